package org.vigie.signal.masking;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds names of people whom a message itself names: its patient and its staff. Such a name is masked wherever it stands in a text, in
 * capitals or small letters, with or without accents, also alone and also where it is a usual word.
 *
 * @param words parts of the names, in small letters without accents
 */
public record KnownNames(Set<String> words) {
    /** Holds no name. */
    public static final KnownNames NONE = new KnownNames(Set.of());

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;

    public KnownNames {
        words = Set.copyOf(words);
    }

    /** Returns the parts of these names. A part of less than three letters, or without a letter, stands in too many texts. */
    public static KnownNames of(Collection<String> names) {
        return new KnownNames(names.stream()
                .flatMap(KnownNames::parts)
                .filter(part -> part.length() >= SHORTEST && part.chars().anyMatch(Character::isLetter))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns these names and others. */
    public KnownNames and(KnownNames others) {
        Set<String> both = new HashSet<>(words);
        both.addAll(others.words);
        return new KnownNames(both);
    }

    /** Returns the places of the names in a text. */
    List<MaskedSpan> find(String text) {
        if (words.isEmpty()) {
            return List.of();
        }
        return TextWord.of(text).stream()
                .filter(word -> parts(word.text()).anyMatch(words::contains))
                .map(word -> new MaskedSpan(word.from(), word.to(), MaskKind.NAME))
                .toList();
    }

    /** Returns whether one of the names stands in a text. */
    public boolean standIn(String text) {
        return !find(text).isEmpty();
    }

    private static Stream<String> parts(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(JOINS.split(plain));
    }
}
