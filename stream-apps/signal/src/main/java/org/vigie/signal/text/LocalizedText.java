package org.vigie.signal.text;

/** Holds a text in French and in English with the same meaning. */
public record LocalizedText(String fr, String en) {
    /** Text without words. */
    public static final LocalizedText EMPTY = new LocalizedText("", "");

    /** Returns a text that is the same in both languages, such as a code. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /** Returns this text followed by {@code other}. */
    public LocalizedText plus(LocalizedText other) {
        return new LocalizedText(fr + other.fr, en + other.en);
    }
}
