package org.vigie.bench.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the Maven modules of a checkout that have Java code.
 *
 * @param root folder of the parent {@code pom.xml}
 * @param modules in alphabetical order
 */
public record SourceTree(Path root, List<SourceModule> modules) {
    public SourceTree {
        modules = List.copyOf(modules);
    }

    /**
     * Finds every module at or below a folder; build outputs are left out.
     *
     * @throws IllegalArgumentException when the folder is not a Maven project or has no Java code
     */
    public static SourceTree under(Path root) {
        if (!Files.exists(root.resolve("pom.xml"))) {
            throw new IllegalArgumentException("root: must be a checkout with a pom.xml, was "
                    + root.toAbsolutePath().normalize());
        }
        List<SourceModule> modules = modules(root)
                .map(folder -> SourceModule.of(root, folder))
                .filter(module -> !module.main().isEmpty() || !module.test().isEmpty())
                .toList();
        if (modules.isEmpty()) {
            throw new IllegalArgumentException(
                    "root: must have modules with src/main/java or src/test/java, had none: " + root);
        }
        return new SourceTree(root, modules);
    }

    private static Stream<Path> modules(Path folder) {
        return Stream.concat(Stream.of(folder), folders(folder).flatMap(SourceTree::modules));
    }

    private static Stream<Path> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
