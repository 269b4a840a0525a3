package org.vigie.signal.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds words that are compared without case and without accents.
 *
 * @param words in lower case, without accents
 */
record WordList(Set<String> words) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    WordList {
        words = Set.copyOf(words);
    }

    /** Reads a list of this package. Lines that begin with {@code #} are comments. */
    static WordList read(String file) {
        var in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new WordList(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .map(WordList::plain)
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    boolean holds(String word) {
        return words.contains(plain(word));
    }

    /** Returns whether the list holds each part of a word such as {@code Guillain-Barré}. */
    boolean holdsAllOf(String word) {
        return Arrays.stream(word.split("[-'’.]")).allMatch(part -> part.isEmpty() || holds(part)) && !word.isEmpty();
    }

    /** Returns a word in lower case without accents. */
    static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
