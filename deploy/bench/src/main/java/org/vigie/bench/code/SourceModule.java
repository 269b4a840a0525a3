package org.vigie.bench.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the source files of one Maven module.
 *
 * @param name its folder, relative to the root of the checkout
 * @param main Java files of {@code src/main/java}
 * @param test Java files of {@code src/test/java}
 * @param schemas Avro schemas of {@code src/main/avro}; each declares a type
 */
public record SourceModule(String name, List<Path> main, List<Path> test, List<Path> schemas) {
    public SourceModule {
        main = List.copyOf(main);
        test = List.copyOf(test);
        schemas = List.copyOf(schemas);
    }

    static SourceModule of(Path root, Path folder) {
        return new SourceModule(
                root.relativize(folder).toString().replace('\\', '/'),
                files(folder.resolve("src/main/java"), ".java"),
                files(folder.resolve("src/test/java"), ".java"),
                files(folder.resolve("src/main/avro"), ".avsc"));
    }

    /** Counts the lines of files. */
    static long lines(List<Path> files) {
        return files.stream().mapToLong(SourceModule::lines).sum();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
