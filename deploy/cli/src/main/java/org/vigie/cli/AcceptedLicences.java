package org.vigie.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists the licences with which a library may ship, from {@code licences.txt}.
 *
 * @param names SPDX identifiers, and names that poms use in their place
 * @param ofLibraries licence of a library whose pom names none, by group and name, as its own files say
 */
record AcceptedLicences(Set<String> names, Map<String, String> ofLibraries) {
    private static final String FILE = "licences.txt";
    private static final String LIBRARY = " is ";

    AcceptedLicences {
        names = Set.copyOf(names);
        ofLibraries = Map.copyOf(ofLibraries);
    }

    /** Reads the list. A line is a licence, or {@code group:name is licence}. */
    static AcceptedLicences read() {
        var in = Objects.requireNonNull(AcceptedLicences.class.getResourceAsStream(FILE), FILE);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new AcceptedLicences(
                    lines.stream().filter(line -> !line.contains(LIBRARY)).collect(Collectors.toSet()),
                    lines.stream()
                            .filter(line -> line.contains(LIBRARY))
                            .map(line -> line.split(LIBRARY, 2))
                            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    boolean accepts(String licence) {
        return names.contains(licence);
    }

    /** Returns the licence of a library whose pom names none. */
    Optional<String> of(String library) {
        return Optional.ofNullable(ofLibraries.get(library));
    }
}
