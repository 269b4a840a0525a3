package org.vigie.gateway.hl7.er7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes the bytes of a message. The byte order mark decides, else MSH-18 (table 0211), else UTF-8 when the bytes are valid UTF-8, else
 * Windows-1252.
 */
public final class Hl7CharsetDecoder {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int CHARACTER_SET = 18;

    private Hl7CharsetDecoder() {}

    public static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return declared(bytes).map(charset -> new String(bytes, charset)).orElseGet(() -> undeclared(bytes));
    }

    private static String undeclared(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LATIN);
        }
    }

    /** Returns the character set of MSH-18. Empty when it names none, an unknown one, or ASCII, which these bytes are not. */
    private static Optional<Charset> declared(byte[] bytes) {
        String header = firstLine(bytes);
        if (header.length() < 4) {
            return Optional.empty();
        }
        String[] fields = header.split(java.util.regex.Pattern.quote(header.substring(3, 4)), -1);
        return fields.length < CHARACTER_SET
                ? Optional.empty()
                : named(fields[CHARACTER_SET - 1].split("[~^]", 2)[0].trim());
    }

    private static String firstLine(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).stripLeading();
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return text.substring(0, end);
    }

    static Optional<Charset> named(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace("UNICODE ", "").replace("ISO ", "ISO");
        if (plain.startsWith("8859/")) {
            plain = "ISO-8859-" + plain.substring("8859/".length());
        }
        return switch (plain) {
            case "", "ASCII", "US-ASCII", "UNICODE" -> Optional.empty();
            case "GB18030-2000", "GB 18030-2000" -> charset("GB18030");
            case "BIG-5" -> charset("Big5");
            case "ISOIR87" -> charset("ISO-2022-JP");
            case "ISOIR14" -> charset("JIS_X0201");
            case "KSX1001", "KS X 1001" -> charset("EUC-KR");
            default -> charset(plain);
        };
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
