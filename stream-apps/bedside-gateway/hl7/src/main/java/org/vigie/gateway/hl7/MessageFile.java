package org.vigie.gateway.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The messages of a file: one, several after each other, MLLP frames as they went over the line, or a batch (FHS, BHS, BTS and FTS
 * wrap it and carry nothing). The parts keep their bytes: each message may have a character set of its own.
 */
public final class MessageFile {
    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final List<String> WRAPPERS = List.of("FHS", "BHS", "BTS", "FTS");

    private MessageFile() {}

    /** At least one part, be it empty: every file gets an answer. */
    public static List<byte[]> split(byte[] file) {
        byte[] plain =
                isUtf16(file) ? new String(file, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : file;
        List<byte[]> messages = new ArrayList<>();
        var open = new ByteArrayOutputStream();
        for (int at = 0; at < plain.length; ) {
            int end = lineEnd(plain, at);
            int start = skipBlanks(plain, at, end);
            boolean begins = startsWith(plain, start, "MSH");
            if (begins && open.size() > 0) {
                messages.add(open.toByteArray());
                open.reset();
            }
            if (WRAPPERS.stream().noneMatch(name -> startsWith(plain, start, name))) {
                write(plain, begins ? withMark(plain, at, start) : at, end, open);
            }
            at = end;
        }
        if (open.size() > 0 || messages.isEmpty()) {
            messages.add(open.toByteArray());
        }
        return messages;
    }

    private static void write(byte[] bytes, int from, int to, ByteArrayOutputStream open) {
        boolean nothingYet = open.size() == 0;
        for (int i = from; i < to; i++) {
            boolean blank = isBlank(bytes[i]);
            if (bytes[i] != START && bytes[i] != END && !(nothingYet && blank)) {
                open.write(bytes[i]);
                nothingYet = false;
            }
        }
    }

    /** A byte order mark stays with its message. */
    private static int withMark(byte[] bytes, int at, int start) {
        return start - at >= 3 && (bytes[start - 3] & 0xFF) == 0xEF ? start - 3 : start;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (isBlank(bytes[at]) || isMark(bytes[at]))) {
            at++;
        }
        return at;
    }

    private static boolean isMark(byte b) {
        int value = b & 0xFF;
        return value == 0xEF || value == 0xBB || value == 0xBF;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] bytes, int at, String name) {
        byte[] begin = name.getBytes(StandardCharsets.US_ASCII);
        int after = at + begin.length;
        return after < bytes.length
                && Arrays.equals(bytes, at, after, begin, 0, begin.length)
                && !Character.isLetterOrDigit(bytes[after] & 0xFF);
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
