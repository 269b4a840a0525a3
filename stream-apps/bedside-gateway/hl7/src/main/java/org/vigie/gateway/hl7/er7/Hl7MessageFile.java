package org.vigie.gateway.hl7.er7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of messages: one message, several messages, MLLP frames, or a batch (FHS, BHS, BTS and FTS). The messages keep their bytes,
 * since each may have its own character set. A message begins at the begin of a line, see {@link SegmentTerminator}. A header that is
 * quoted in a text is text.
 */
public final class Hl7MessageFile {
    private static final String FRAME_END_AND_START = "\u001c\u000b";
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final List<String> WRAPPERS = List.of("FHS", "BHS", "BTS", "FTS");

    private final byte[] file;

    public Hl7MessageFile(byte[] file) {
        this.file = file.clone();
    }

    /** Returns the messages of the file. There is at least one, which may be empty, so that every file gets an answer. */
    public List<byte[]> messages() {
        String text = text();
        List<byte[]> messages = new ArrayList<>();
        var open = new StringBuilder();
        SegmentTerminator end = SegmentTerminator.of(text, 0);
        for (int at = 0; at < text.length(); ) {
            int next = Math.min(text.length(), end.lineEnd(text, at) + 1);
            addLine(text, at, next, open, messages);
            at = next;
        }
        if (!open.isEmpty() || messages.isEmpty()) {
            messages.add(bytes(open));
        }
        return messages;
    }

    /** Adds a line to the open message. A header ends the message before it, and the segments of a batch belong to no message. */
    private static void addLine(String text, int at, int next, StringBuilder open, List<byte[]> messages) {
        int start = SegmentTerminator.skipBlanks(text, at);
        int name = text.startsWith(BYTE_ORDER_MARK, start) ? start + BYTE_ORDER_MARK.length() : start;
        if (isNamed(text, name, "MSH") && !open.isEmpty()) {
            messages.add(bytes(open));
            open.setLength(0);
        }
        if (WRAPPERS.stream().noneMatch(wrapper -> isNamed(text, name, wrapper))) {
            open.append(text, open.isEmpty() ? Math.min(start, next) : at, next);
        }
    }

    /** Returns each byte as one character. CR, LF and the names of segments are the same in every character set but UTF-16. */
    private String text() {
        byte[] plain =
                isUtf16(file) ? new String(file, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : file;
        return new String(plain, StandardCharsets.ISO_8859_1).replace(FRAME_END_AND_START, "\u001c\r\u000b");
    }

    private static byte[] bytes(StringBuilder part) {
        return part.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isNamed(String text, int at, String name) {
        int after = at + name.length();
        return text.startsWith(name, at) && after < text.length() && !Character.isLetterOrDigit(text.charAt(after));
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
