package org.vigie.gateway.hl7;

/** Takes back escape sequences: {@code \F\ \S\ \T\ \R\ \E\ \P\ \X0D\ \.br\}. An unknown one stays as it stands. */
final class Hl7EscapeSequences {
    private Hl7EscapeSequences() {}

    static String decode(String text, Hl7Delimiters delimiters) {
        char escape = delimiters.escape();
        int first = escape == '\0' ? -1 : text.indexOf(escape);
        return first < 0 ? text : decode(text, first, delimiters);
    }

    private static String decode(String text, int first, Hl7Delimiters delimiters) {
        StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, first);
        int i = first;
        while (i < text.length()) {
            int end = text.charAt(i) == delimiters.escape() ? text.indexOf(delimiters.escape(), i + 1) : -1;
            String meant = end < 0 ? null : meaning(text, i + 1, end, delimiters);
            if (meant == null) {
                decoded.append(text.charAt(i++));
            } else {
                decoded.append(meant);
                i = end + 1;
            }
        }
        return decoded.toString();
    }

    private static String meaning(String text, int from, int end, Hl7Delimiters delimiters) {
        if (end == from + 1) {
            return switch (text.charAt(from)) {
                case 'F' -> String.valueOf(delimiters.field());
                case 'S' -> String.valueOf(delimiters.component());
                case 'T' -> String.valueOf(delimiters.subcomponent());
                case 'R' -> String.valueOf(delimiters.repetition());
                case 'E' -> String.valueOf(delimiters.escape());
                case 'P' -> delimiters.truncation() == '\0' ? "#" : String.valueOf(delimiters.truncation());
                case 'H', 'N' -> "";
                default -> null;
            };
        }
        if (text.startsWith(".br", from) && end == from + 3) {
            return "\n";
        }
        return from < end && text.charAt(from) == 'X' ? hexadecimal(text, from + 1, end) : null;
    }

    private static String hexadecimal(String text, int from, int end) {
        if (from == end || (end - from) % 2 != 0) {
            return null;
        }
        StringBuilder characters = new StringBuilder();
        for (int i = from; i < end; i += 2) {
            int high = Character.digit(text.charAt(i), 16);
            int low = Character.digit(text.charAt(i + 1), 16);
            if (high < 0 || low < 0) {
                return null;
            }
            characters.append((char) (high << 4 | low));
        }
        return characters.toString();
    }
}
