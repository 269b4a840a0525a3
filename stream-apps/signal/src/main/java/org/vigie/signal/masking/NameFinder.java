package org.vigie.signal.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds names of people: words after a title, given names with the family name beside them, and two capitalised words that are no words of
 * a ward. A word that was found is found everywhere in the text.
 */
final class NameFinder {
    private static final int SHORTEST_REPEATED = 3;

    private final NameWords names = new NameWords();

    /** Returns the places of the names in a text. Places may overlap. */
    List<MaskedSpan> find(String text) {
        List<TextWord> words = TextWord.of(text);
        var extent = new NameExtent(words, names);
        List<MaskedSpan> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (followsTitle(words, at) || isInitialOfName(words, at) || standsBeforeItsLabel(words, at)) {
                extent.from(at).ifPresent(found::add);
            }
            if (isGivenName(extent, at) || isWrittenAsName(extent, at)) {
                extent.from(extent.beginning(at)).ifPresent(found::add);
                extent.from(at).ifPresent(found::add);
            }
        }
        addRepeated(text, words, found);
        return found;
    }

    private boolean followsTitle(List<TextWord> words, int at) {
        return at > 0 && names.isTitle(words.get(at - 1)) && words.get(at).follows(":=.(-");
    }

    /** {@code S. Lambert} */
    private boolean isInitialOfName(List<TextWord> words, int at) {
        return words.get(at).isInitial()
                && at + 1 < words.size()
                && isLongName(words.get(at + 1))
                && words.get(at + 1).follows("");
    }

    /** {@code Bonnet, prénom Thierry} */
    private boolean standsBeforeItsLabel(List<TextWord> words, int at) {
        return at + 1 < words.size() && isLongName(words.get(at)) && names.isLabelAfterAName(words.get(at + 1));
    }

    private boolean isLongName(TextWord word) {
        return word.text().length() >= SHORTEST_REPEATED && names.isName(word);
    }

    /** A given name counts alone. One that is a usual word too needs a family name beside it. */
    private boolean isGivenName(NameExtent extent, int at) {
        TextWord word = extent.words().get(at);
        return names.isAmbiguous(word)
                ? extent.isNeighbour(at, at + 1) || extent.isNeighbour(at, at - 1)
                : names.isGiven(word);
    }

    /** {@code Yanis OUEDRAOGO}: the ways in which forms write a person's name. */
    private boolean isWrittenAsName(NameExtent extent, int at) {
        List<TextWord> words = extent.words();
        int next = extent.afterParticles(at);
        return next < words.size()
                && words.get(at + 1).follows(",")
                && isPair(words.get(at), words.get(next))
                && names.isName(words.get(at))
                && names.isName(words.get(next));
    }

    private static boolean isPair(TextWord one, TextWord next) {
        return one.isMixedCase() ? next.isMixedCase() || next.isUpperCase() : one.isUpperCase() && next.isMixedCase();
    }

    private static void addRepeated(String text, List<TextWord> words, List<MaskedSpan> found) {
        Set<String> named = found.stream()
                .flatMap(span -> TextWord.of(text.substring(span.from(), span.to())).stream())
                .map(TextWord::text)
                .filter(word -> word.length() >= SHORTEST_REPEATED)
                .collect(Collectors.toSet());
        words.stream()
                .filter(word -> named.contains(word.text()))
                .forEach(word -> found.add(new MaskedSpan(word.from(), word.to(), MaskKind.NAME)));
    }
}
