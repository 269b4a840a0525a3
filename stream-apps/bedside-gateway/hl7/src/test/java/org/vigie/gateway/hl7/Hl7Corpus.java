package org.vigie.gateway.hl7;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;

/**
 * Holds the messages of these tests, in the forms of the IHE framework, of vendors, of laboratories and of admission
 * systems.
 */
final class Hl7Corpus {
    static final Path DIRECTORY = Path.of("src", "test", "resources", "corpus");

    private Hl7Corpus() {}

    static List<Path> files() {
        try (Stream<Path> all = Files.list(DIRECTORY)) {
            return all.filter(path -> path.toString().endsWith(".hl7")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> messages() {
        return files().stream()
                .flatMap(path -> new Hl7MessageFile(bytes(path)).messages().stream())
                .toList();
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
