package org.vigie.triage.training.visit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's text: UTF-8 when it is, else Windows-1252, as Excel writes it in western Europe. */
final class VisitFileText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private VisitFileText() {}

    /** @throws VisitFileException when there is none */
    static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new VisitFileException(file + ": no such file");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new VisitFileException(file + ":" + line(text, text.indexOf('\0')) + ": is no text");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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

    /** The one of {@code ; , tab} that the heading has most of. */
    static char separator(String text) {
        String heading = text.lines().findFirst().orElse("");
        char most = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(heading, candidate) > count(heading, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String heading, char wanted) {
        return heading.chars().filter(each -> each == wanted).count();
    }
}
