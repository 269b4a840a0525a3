package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.acknowledgement.Hl7Acknowledgement;
import org.vigie.gateway.hl7.acknowledgement.Hl7AcknowledgementCode;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.fuzz.InputMutator;

/** Tests that every part of any file gets an answer without an exception and within the time limit. */
class Hl7FuzzTest {
    private static final int MUTANTS = 4_000;
    private static final long SEED = 20261122;

    private final Hl7Reader reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneOffset.UTC));

    @Test
    void everyBrokenMessageHasItsAnswer() {
        // given
        InputMutator mutator = new InputMutator(Hl7Corpus.messages(), SEED);

        // when, then
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int taken = 0;
            for (int i = 0; i < MUTANTS; i++) {
                for (byte[] message : new Hl7MessageFile(mutator.next()).messages()) {
                    taken += answered(message) ? 1 : 0;
                }
            }
            assertThat(taken).as("mutants that could still be read").isGreaterThan(MUTANTS / 50);
        });
    }

    private boolean answered(byte[] message) {
        MessageOutcome outcome = reader.read(message);
        assertThat(outcome.ack()).isIn("AA", "CA", "AR", "CR", "none");
        assertThat(new OutcomeJsonLine("file", outcome).text()).doesNotContain("\n");
        try {
            Er7Message read = Er7Message.parse(message);
            return !new Hl7Acknowledgement(Hl7AcknowledgementCode.AA, Optional.of(read), Optional.empty())
                    .text("1", Instant.EPOCH)
                    .isEmpty();
        } catch (MalformedHl7Message e) {
            assertThat(outcome.error()).isEqualTo(e.error().words());
            var unused = Hl7Acknowledgement.rejected(message, e.error()).text("1", Instant.EPOCH);
            return false;
        }
    }
}
