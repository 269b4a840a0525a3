package org.vigie.signal.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds one word of a text with its place.
 *
 * @param from first character
 * @param to character after the last one
 * @param before characters between the word before and this one
 */
record TextWord(String text, int from, int to, String before) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-]\\p{L}[\\p{L}\\p{N}]*)*\\.?");
    private static final Pattern NAME = Pattern.compile("(?:[dl]['’])?\\p{Lu}[\\p{L}'’-]*\\.?");
    private static final Set<String> PARTICLES = Set.of(
            "de", "du", "d", "des", "den", "ter", "di", "do", "das", "abd", "ibn", "bou", "la", "le", "van", "von",
            "der", "ben", "el", "al", "bin", "da", "dos");

    /** Returns the words of a text in order. */
    static List<TextWord> of(String text) {
        List<TextWord> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            words.add(new TextWord(word.group(), word.start(), word.end(), text.substring(end, word.start())));
            end = word.end();
        }
        return words;
    }

    /** Returns whether it is written as a name: a capital letter, then letters. */
    boolean isCapitalised() {
        return NAME.matcher(text).matches();
    }

    /** Returns whether it is written in capitals alone. */
    boolean isUpperCase() {
        return text.length() >= 2 && isCapitalised() && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Returns whether it is written with a capital letter and small ones. */
    boolean isMixedCase() {
        return text.length() >= 3 && isCapitalised() && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Returns whether it is one capital letter with a full stop. */
    boolean isInitial() {
        return text.length() == 2 && text.charAt(1) == '.' && Character.isUpperCase(text.charAt(0));
    }

    /** Returns whether it joins the parts of a name: {@code de}, {@code van}. */
    boolean isParticle() {
        return isParticle(text);
    }

    /** Returns whether a word joins the parts of a name. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns whether only spaces, or the given signs, stand between the word before and this one. */
    boolean follows(String signs) {
        return !before.isEmpty() && before.chars().allMatch(sign -> sign == ' ' || signs.indexOf(sign) >= 0);
    }
}
