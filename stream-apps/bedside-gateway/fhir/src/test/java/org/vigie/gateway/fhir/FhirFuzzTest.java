package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.fuzz.Mutations;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.Outcome;

/** Whatever comes, the reader answers: no exception, no end of waiting. */
class FhirFuzzTest {
    private static final int MUTANTS = 10_000;
    private static final long SEED = 20261122;

    @Test
    void everyBrokenResourceHasItsAnswer() {
        // given
        List<byte[]> corpus = Corpus.files().stream().map(Corpus::bytes).toList();
        Mutations mutations = new Mutations(corpus, SEED);
        // when, then
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int taken = 0;
            for (int i = 0; i < MUTANTS; i++) {
                Outcome outcome = Corpus.READER.read("mutant", mutations.next());
                assertThat(outcome.ack()).isIn("200", "201", "400", "422");
                assertThat(JsonLine.of(outcome)).doesNotContain("\n");
                taken += outcome.ack().startsWith("2") ? 1 : 0;
            }
            assertThat(taken).as("mutants that could still be read").isBetween(MUTANTS / 100, MUTANTS);
        });
    }

    /** The JDK's parser and Jackson's fell over these, with exceptions of their own insides. */
    @Test
    void whatOnceBrokeTheReaderIsRefused() {
        assertThat(Corpus.broken())
                .isNotEmpty()
                .allSatisfy(broken ->
                        assertThat(Corpus.READER.read("broken", broken).ack()).isEqualTo("400"));
    }
}
