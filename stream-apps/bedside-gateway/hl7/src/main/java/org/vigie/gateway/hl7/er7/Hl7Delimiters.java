package org.vigie.gateway.hl7.er7;

/** Holds the delimiters of one message (MSH-1, MSH-2). A delimiter that is not declared is 0 and matches no character. */
public record Hl7Delimiters(
        char field, char component, char repetition, char escape, char subcomponent, char truncation) {
    /** Parses MSH-2. Fewer than five characters are accepted, and so is a missing escape character ({@code ^~&}). */
    static Hl7Delimiters of(char field, String declared) {
        if (declared.length() == 3 && declared.charAt(2) == '&') {
            return new Hl7Delimiters(field, declared.charAt(0), declared.charAt(1), '\0', '&', '\0');
        }
        return new Hl7Delimiters(
                field, at(declared, 0), at(declared, 1), at(declared, 2), at(declared, 3), at(declared, 4));
    }

    private static char at(String declared, int index) {
        return index < declared.length() ? declared.charAt(index) : '\0';
    }

    /**
     * Replaces escape sequences by their characters: {@code \F\ \S\ \T\ \R\ \E\ \P\ \X0D\ \.br\}. An unknown sequence stays as it is.
     */
    String unescape(String text) {
        int first = escape == '\0' ? -1 : text.indexOf(escape);
        return first < 0 ? text : unescape(text, first);
    }

    private String unescape(String text, int first) {
        StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, first);
        int i = first;
        while (i < text.length()) {
            int end = text.charAt(i) == escape ? text.indexOf(escape, i + 1) : -1;
            String meant = end < 0 ? null : meaning(text, i + 1, end);
            if (meant == null) {
                decoded.append(text.charAt(i++));
            } else {
                decoded.append(meant);
                i = end + 1;
            }
        }
        return decoded.toString();
    }

    private String meaning(String text, int from, int end) {
        if (end == from + 1) {
            return meaning(text.charAt(from));
        }
        if (text.startsWith(".br", from) && end == from + 3) {
            return "\n";
        }
        return from < end && text.charAt(from) == 'X' ? hexadecimal(text, from + 1, end) : null;
    }

    private String meaning(char letter) {
        return switch (letter) {
            case 'F' -> String.valueOf(field);
            case 'S' -> String.valueOf(component);
            case 'T' -> String.valueOf(subcomponent);
            case 'R' -> String.valueOf(repetition);
            case 'E' -> String.valueOf(escape);
            case 'P' -> truncation == '\0' ? "#" : String.valueOf(truncation);
            case 'H', 'N' -> "";
            default -> null;
        };
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
