package org.vigie.inference.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the operations of TensorFlow that a served graph may hold, from {@code allowed-operations.txt}. */
record AllowedOperations(Set<String> names) {
    private static final String FILE = "allowed-operations.txt";

    AllowedOperations {
        names = Set.copyOf(names);
    }

    /** Reads the list. */
    static AllowedOperations read() {
        var file = Objects.requireNonNull(AllowedOperations.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new AllowedOperations(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    boolean allow(String operation) {
        return names.contains(operation);
    }
}
