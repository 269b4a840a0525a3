package org.vigie.signal.masking;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the places of known names among the words of a text.
 *
 * @param known parts of the names, in small letters without accents
 * @param words of the text
 */
record KnownNamePlaces(Set<String> known, List<TextWord> words) {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Returns the parts of a name or word in small letters without accents. */
    static Stream<String> parts(String name) {
        return PART.matcher(name).results().map(MatchResult::group).map(WordList::plain);
    }

    /** Returns the places in order. */
    List<MaskedSpan> all() {
        return IntStream.range(0, words.size())
                .filter(at -> isName(at) || isClinicalName(at))
                .mapToObj(at -> place(words.get(at)))
                .toList();
    }

    /** Returns whether a word holds a name that is no word of a measurement. */
    private boolean isName(int at) {
        return parts(words.get(at).text()).anyMatch(part -> known.contains(part) && !ClinicalValues.isWord(part));
    }

    /** {@code Hugo Bas}: a name that is also a word of a measurement counts beside another name alone. */
    private boolean isClinicalName(int at) {
        return parts(words.get(at).text()).anyMatch(known::contains)
                && ((isPair(at - 1, at) && isName(at - 1)) || (isPair(at, at + 1) && isName(at + 1)));
    }

    private boolean isPair(int at, int next) {
        return at >= 0 && next < words.size() && words.get(next).follows("");
    }

    /** Returns the part of a word from its first known name to its last: {@code Roux} of {@code SpO2-Roux}. */
    private MaskedSpan place(TextWord word) {
        List<MatchResult> found = PART.matcher(word.text())
                .results()
                .filter(part -> known.contains(WordList.plain(part.group())))
                .toList();
        int to = found.get(found.size() - 1).end();
        return new MaskedSpan(word.from() + found.get(0).start(), word.from() + to, MaskKind.NAME);
    }
}
