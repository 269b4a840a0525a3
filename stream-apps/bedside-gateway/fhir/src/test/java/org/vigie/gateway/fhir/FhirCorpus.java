package org.vigie.gateway.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.CodeMap;

/** Holds the resources of these tests and their expected results. */
public final class FhirCorpus {
    public static final FhirReader READER = new FhirReader(CodeMap.standard(), ZoneOffset.UTC);
    private static final Path HERE = Path.of("src/test/resources/org/vigie/gateway/fhir");

    private FhirCorpus() {}

    static List<Path> files() {
        return in("corpus");
    }

    static List<byte[]> broken() {
        return in("broken").stream().map(FhirCorpus::bytes).toList();
    }

    private static List<Path> in(String directory) {
        try (Stream<Path> files = Files.list(HERE.resolve(directory))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageOutcome read(Path file) {
        return READER.read(bytes(file));
    }

    static List<String> expected() throws IOException {
        return Files.readAllLines(HERE.resolve("expected.jsonl"));
    }
}
