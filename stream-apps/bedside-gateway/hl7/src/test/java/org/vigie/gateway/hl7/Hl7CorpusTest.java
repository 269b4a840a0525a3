package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.terminology.CodeMap;

/** Tests that every message of the corpus gives the lines of {@code expected.jsonl}. */
class Hl7CorpusTest {
    private static final Path EXPECTED = Hl7Corpus.DIRECTORY.resolve("expected.jsonl");

    private final Hl7Reader reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneId.of("Europe/Paris")));

    static List<Path> files() {
        return Hl7Corpus.files();
    }

    @Test
    void everyMessageBecomesWhatIsExpected() throws IOException {
        // when
        List<String> lines = Hl7Corpus.files().stream().flatMap(this::lines).toList();

        // then
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    }

    private java.util.stream.Stream<String> lines(Path file) {
        return new Hl7MessageFile(Hl7Corpus.bytes(file))
                .messages().stream()
                        .map(message ->
                                new OutcomeJsonLine(file.getFileName().toString(), reader.read(message)).text());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowEndsSomewhere(Path file) {
        // when, then
        for (byte[] message : new Hl7MessageFile(Hl7Corpus.bytes(file)).messages()) {
            MessageOutcome outcome = reader.read(message);
            Set<String> dropped = outcome.dropped().stream()
                    .map(left -> left.segment())
                    .filter(segment -> segment.startsWith("OBX"))
                    .collect(Collectors.toSet());
            if (outcome.error().isEmpty() && outcome.alerts().isEmpty()) {
                assertThat(dropped.size() + outcome.observations().size()).isGreaterThanOrEqualTo(rows(message));
            }
        }
    }

    private static int rows(byte[] message) {
        try {
            return (int) Er7Message.parse(message).segments().stream()
                    .filter(segment -> segment.is("OBX"))
                    .count();
        } catch (MalformedHl7Message e) {
            return 0;
        }
    }
}
