package org.vigie.triage.training.visit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the text of a visit file.
 *
 * @param text decoded as UTF-8 when that is possible, else as Windows-1252, as Excel writes it in western Europe
 */
record VisitFileText(String text) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** @throws VisitFileException when the file does not exist or holds no text */
    static VisitFileText read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new VisitFileException(file + ": no such file");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new VisitFileException(file + ":" + line(text, text.indexOf('\0')) + ": is no text");
        }
        return new VisitFileText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private static long line(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(each -> each == '\n').count();
    }

    /** Returns the most frequent of {@code ; , tab} in the header. */
    char separator() {
        String header = text.lines().findFirst().orElse("");
        char most = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String header, char wanted) {
        return header.chars().filter(each -> each == wanted).count();
    }
}
