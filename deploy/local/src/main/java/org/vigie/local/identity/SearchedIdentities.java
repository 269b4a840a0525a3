package org.vigie.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the identities that are searched for: names, numbers, birth dates.
 *
 * @param texts one identity each, at least four characters
 */
record SearchedIdentities(List<String> texts) {
    static final int SHORTEST = 4;
    /** The store writes texts in UTF-16, old devices in ISO 8859-1. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);

    /** @throws IllegalArgumentException when there is none, or one is so short that it stands everywhere by chance */
    SearchedIdentities {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("identities: must hold one line or more, was empty");
        }
        texts.stream().filter(text -> text.length() < SHORTEST).findFirst().ifPresent(text -> {
            throw new IllegalArgumentException(
                    "identities: each line must have " + SHORTEST + " characters or more, one had " + text.length());
        });
    }

    /** Reads a file with one identity on each line. */
    static SearchedIdentities read(Path file) {
        try {
            return new SearchedIdentities(Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("identities: must be a file that can be read, was " + file, e);
        }
    }

    /** Returns the bytes of each form of each identity, with its number from 1. */
    Map<Integer, List<byte[]>> forms() {
        Map<Integer, List<byte[]>> forms = new LinkedHashMap<>();
        for (String text : texts) {
            forms.put(forms.size() + 1, forms(text));
        }
        return forms;
    }

    private static List<byte[]> forms(String text) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String form : List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = form.getBytes(charset);
                forms.put(HexFormat.of().formatHex(bytes), bytes);
            }
        }
        return new ArrayList<>(forms.values());
    }
}
