package org.vigie.signal.text;

import java.util.List;
import java.util.stream.IntStream;

/** Holds a text in French and in English with the same meaning. */
public record LocalizedText(String fr, String en) {
    /** Text without words. */
    public static final LocalizedText EMPTY = new LocalizedText("", "");

    /** Returns a text that is the same in both languages, such as a code. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /** Returns texts from two lists in which they have the same order. A text that one list lacks is left out. */
    public static List<LocalizedText> paired(List<String> french, List<String> english) {
        return IntStream.range(0, Math.min(french.size(), english.size()))
                .mapToObj(index -> new LocalizedText(french.get(index), english.get(index)))
                .toList();
    }

    public static List<String> french(List<LocalizedText> texts) {
        return texts.stream().map(LocalizedText::fr).toList();
    }

    public static List<String> english(List<LocalizedText> texts) {
        return texts.stream().map(LocalizedText::en).toList();
    }

    /** Returns this text followed by {@code other}. */
    public LocalizedText plus(LocalizedText other) {
        return new LocalizedText(fr + other.fr, en + other.en);
    }
}
