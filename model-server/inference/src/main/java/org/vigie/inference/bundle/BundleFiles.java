package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examines which files stand in the folder of a bundle. The engine also loads files that no card names, such as {@code variables/}.
 *
 * @param directory of the bundle
 */
record BundleFiles(Path directory, ModelCard card) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final long MOST_BYTES = 256L << 20;

    /** Returns what is wrong with the files; empty when each one is named by the card and of a usual size. */
    Optional<String> problem() throws IOException {
        Set<String> named = named();
        for (String name : named) {
            if (!NAME.matcher(name).matches()) {
                return Optional.of("its card names '" + name + "', which is no file name");
            }
        }
        for (String name : present()) {
            Optional<String> problem = problem(name, named);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(String name, Set<String> named) throws IOException {
        Path file = directory.resolve(name);
        if (!named.contains(name) || !Files.isRegularFile(file) || Files.isSymbolicLink(file)) {
            return Optional.of("holds " + name + ", which is no file that its card names");
        }
        return Files.size(file) > MOST_BYTES
                ? Optional.of(name + " has more than " + MOST_BYTES + " bytes")
                : Optional.empty();
    }

    private Set<String> named() {
        Set<String> named = new TreeSet<>(card.files().keySet());
        named.addAll(Set.of(ModelBundle.SAVED_MODEL, ModelBundle.CARD, ModelBundle.CARD_PAGE, BundleSigners.SIGNATURE));
        return named;
    }

    private Set<String> present() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
