package org.vigie.gateway.hl7;

/** The separators of one message (MSH-1, MSH-2). A character that was not declared is 0 and never matches. */
record Hl7Delimiters(char field, char component, char repetition, char escape, char subcomponent, char truncation) {
    /** Fewer than five characters, or with an escape character left out ({@code ^~&}), are read as meant. */
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
}
