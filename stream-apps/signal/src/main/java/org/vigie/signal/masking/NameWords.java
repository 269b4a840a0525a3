package org.vigie.signal.masking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides for single words whether they can be part of a name, by lists of given names, of words of a ward and of titles. */
final class NameWords {
    private static final Set<String> LABELS_AFTER_A_NAME =
            Set.of("prénom", "prenom", "épouse", "ép.", "née", "né", "nom");
    private static final int SHORTEST_NEIGHBOUR = 2;

    private final WordList given = WordList.read("given-names.txt");
    private final WordList ambiguous = WordList.read("ambiguous-names.txt");
    private final WordList ward = WordList.read("ward-words.txt");
    private final WordList titles = WordList.read("titles.txt");

    /** Returns whether a name follows this word: {@code Mme}, {@code Nom}. */
    boolean isTitle(TextWord word) {
        return titles.holds(word.text());
    }

    /** Returns whether a name stands before this word: {@code Bonnet, prénom Thierry}. */
    boolean isLabelAfterAName(TextWord word) {
        return LABELS_AFTER_A_NAME.contains(word.text().toLowerCase(Locale.ROOT));
    }

    /** Returns whether the word is written as a name and is no word of a ward. */
    boolean isName(TextWord word) {
        return word.isCapitalised()
                && !word.isParticle()
                && (word.isInitial() || given.holds(word.text()) || !ward.holdsAllOf(word.text()));
    }

    /** Returns whether the word beside another one can be its family name. */
    boolean isNeighbour(TextWord word) {
        return isName(word) && word.text().length() >= SHORTEST_NEIGHBOUR;
    }

    /** Returns whether the word, or a part of it, is a given name. */
    boolean isGiven(TextWord word) {
        List<String> parts = Arrays.asList(word.text().split("-", -1));
        return word.isCapitalised()
                && (given.holds(word.text()) || parts.stream().anyMatch(given::holds));
    }

    /** Returns whether the word is a given name and a usual word too. */
    boolean isAmbiguous(TextWord word) {
        return word.isCapitalised() && ambiguous.holds(word.text());
    }
}
