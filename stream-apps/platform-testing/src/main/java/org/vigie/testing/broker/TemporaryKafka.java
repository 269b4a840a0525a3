package org.vigie.testing.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.embedded.EmbeddedKafka;

/** Runs a broker and its registry in a temporary folder, which is deleted when they are closed. */
record TemporaryKafka(EmbeddedKafka kafka, Path directory) implements AutoCloseable {
    static TemporaryKafka start() {
        try {
            Path directory = Files.createTempDirectory("vigie-kafka");
            return new TemporaryKafka(EmbeddedKafka.start(directory), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        for (Path path : contents()) {
            Files.delete(path);
        }
    }

    /** Returns each file before its folder. */
    private List<Path> contents() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
