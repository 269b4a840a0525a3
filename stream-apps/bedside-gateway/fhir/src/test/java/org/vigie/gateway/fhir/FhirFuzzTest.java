package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.testing.fuzz.InputMutator;

/** Tests that the reader answers every input without an exception and within the time limit. */
class FhirFuzzTest {
    private static final int MUTANTS = 10_000;
    private static final long SEED = 20261122;

    @Test
    void everyBrokenResourceHasItsAnswer() {
        // given
        List<byte[]> corpus = FhirCorpus.files().stream().map(FhirCorpus::bytes).toList();
        InputMutator mutator = new InputMutator(corpus, SEED);
        // when, then
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int taken = 0;
            for (int i = 0; i < MUTANTS; i++) {
                MessageOutcome outcome = FhirCorpus.READER.read(mutator.next());
                assertThat(outcome.ack()).isIn("200", "201", "400", "422");
                assertThat(new OutcomeJsonLine("file", outcome).text()).doesNotContain("\n");
                taken += outcome.ack().startsWith("2") ? 1 : 0;
            }
            assertThat(taken).as("mutants that could still be read").isBetween(MUTANTS / 100, MUTANTS);
        });
    }

    /** The JDK's parser and Jackson's fell over these, with exceptions of their own insides. */
    @Test
    void whatOnceBrokeTheReaderIsRefused() {
        assertThat(FhirCorpus.broken())
                .isNotEmpty()
                .allSatisfy(broken ->
                        assertThat(FhirCorpus.READER.read(broken).ack()).isEqualTo("400"));
    }
}
