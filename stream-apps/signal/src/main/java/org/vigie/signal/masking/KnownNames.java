package org.vigie.signal.masking;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds names of people whom a message itself names: its patient and its staff. Such a name is masked wherever it stands in a text, in
 * capitals or small letters, with or without accents, also alone and also where it is a usual word. A unit or a word such as {@code low}
 * is masked only beside another name.
 *
 * @param words parts of the names, in small letters without accents
 */
public record KnownNames(Set<String> words) {
    /** Holds no name. */
    public static final KnownNames NONE = new KnownNames(Set.of());

    private static final int SHORTEST = 3;
    /** Lists words of a sentence, and words that stand in place of a name that nobody knows. */
    private static final Set<String> NO_NAMES = Set.of(
            "des",
            "les",
            "del",
            "unknown",
            "unidentified",
            "inconnu",
            "inconnue",
            "anonyme",
            "anonymous",
            "test",
            "patient",
            "patiente",
            "nom",
            "prenom",
            "name",
            "none",
            "null",
            "aucun");

    public KnownNames {
        words = Set.copyOf(words);
    }

    /** Returns the parts of these names. A part of less than three letters, or without a letter, stands in too many texts. */
    public static KnownNames of(Collection<String> names) {
        return new KnownNames(names.stream().flatMap(KnownNames::parts).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns these names and others. */
    public KnownNames and(KnownNames others) {
        Set<String> both = new HashSet<>(words);
        both.addAll(others.words);
        return new KnownNames(both);
    }

    /** Returns the places of the names in a text. */
    List<MaskedSpan> find(String text) {
        return words.isEmpty() ? List.of() : new KnownNamePlaces(words, TextWord.of(text)).all();
    }

    /** Returns whether one of the names stands in a text. */
    public boolean standIn(String text) {
        return !find(text).isEmpty();
    }

    /** Returns the parts of one name; {@code van} is none in {@code van der Berg}, and is one where it is the whole name. */
    private static Stream<String> parts(String name) {
        List<String> parts = KnownNamePlaces.parts(name)
                .filter(part -> part.length() >= SHORTEST && part.chars().anyMatch(Character::isLetter))
                .filter(part -> !NO_NAMES.contains(part))
                .toList();
        return parts.stream().filter(part -> parts.size() == 1 || !TextWord.isParticle(part));
    }
}
