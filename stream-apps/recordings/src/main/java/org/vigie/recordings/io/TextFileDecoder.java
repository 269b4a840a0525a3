package org.vigie.recordings.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Decodes a text file: UTF-8, with or without a byte order mark, or UTF-16 with one. A file in another character set is refused, unless
 * it is declared: nothing in it tells Windows-1252 from ISO 8859-15 or Mac OS Roman.
 */
public final class TextFileDecoder {
    private static final int UTF_16_LOOKED_AT = 1_000;

    private TextFileDecoder() {}

    /** @throws MalformedRecordingFile when it is in another character set; the message says which and what is expected */
    public static String decode(String file, byte[] bytes) throws MalformedRecordingFile {
        String marked = marked(file, bytes);
        if (marked != null) {
            return marked;
        }
        refuseUnmarkedUtf16(file, bytes);
        String text = strictly(StandardCharsets.UTF_8, bytes);
        if (text == null) {
            throw notUtf8(file, bytes);
        }
        return text;
    }

    /** @param charset used where no byte order mark says otherwise */
    public static String decode(String file, byte[] bytes, Charset charset) throws MalformedRecordingFile {
        String marked = marked(file, bytes);
        if (marked != null) {
            return marked;
        }
        String text = strictly(charset, bytes);
        if (text == null) {
            throw new MalformedRecordingFile(file + ": is not in " + charset + ", which its mapping declares");
        }
        return text;
    }

    /** Returns the text of a WFDB header: ASCII by its standard, units and descriptions in UTF-8 or ISO 8859-1 in practice. */
    public static String header(String file, byte[] bytes) throws MalformedRecordingFile {
        String marked = marked(file, bytes);
        String text = marked != null ? marked : strictly(StandardCharsets.UTF_8, bytes);
        return text != null ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns the text behind a byte order mark; null when there is none. */
    private static String marked(String file, byte[] bytes) throws MalformedRecordingFile {
        if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            throw new MalformedRecordingFile(file + ": is UTF-32; UTF-8 is expected: save it as \"CSV UTF-8\"");
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return behindMark(file, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return behindMark(file, bytes, 2, StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xef, 0xbb, 0xbf) ? behindMark(file, bytes, 3, StandardCharsets.UTF_8) : null;
    }

    private static String behindMark(String file, byte[] bytes, int length, Charset charset)
            throws MalformedRecordingFile {
        String text = strictly(charset, Arrays.copyOfRange(bytes, length, bytes.length));
        if (text == null) {
            throw new MalformedRecordingFile(
                    file + ": its byte order mark says " + charset + ", but it is not; UTF-8 is expected");
        }
        return text;
    }

    private static MalformedRecordingFile notUtf8(String file, byte[] bytes) {
        int at = firstThatIsNotUtf8(bytes);
        return new MalformedRecordingFile(String.format(
                "%s: line %d: byte 0x%02X is not UTF-8; it looks like Windows-1252 or ISO 8859-1 ('%s'); UTF-8 is expected:"
                        + " save it as \"CSV UTF-8\", or declare it in mapping.csv: *,charset,windows-1252",
                file, line(bytes, at), bytes[at], new String(bytes, at, 1, Charset.forName("windows-1252"))));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseUnmarkedUtf16(String file, byte[] bytes) throws MalformedRecordingFile {
        if (hasNulsEverySecondByte(bytes)) {
            throw new MalformedRecordingFile(file
                    + ": looks like UTF-16 without a byte order mark; UTF-8 is expected: save it as \"CSV UTF-8\"");
        }
    }

    private static boolean hasNulsEverySecondByte(byte[] bytes) {
        int[] nuls = new int[2];
        int looked = Math.min(bytes.length, UTF_16_LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        return looked > 3 && Math.max(nuls[0], nuls[1]) > looked / 4;
    }

    /** Decodes the bytes; null when the character set lacks one of them. */
    private static String strictly(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int firstThatIsNotUtf8(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        var unused = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return Math.min(in.position(), bytes.length - 1);
    }

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
