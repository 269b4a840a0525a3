package org.vigie.gateway.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.hl7.acknowledgement.Hl7Acknowledgement;
import org.vigie.gateway.hl7.acknowledgement.Hl7AcknowledgementCode;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.terminology.CodeMap;

/** Checks that every part of an HL7 v2 file gets an answer, and that a refusal has the same text everywhere. */
public final class Er7Fuzz {
    private static final Set<String> ANSWERS = Set.of("AA", "CA", "AR", "CR", "none");
    private static final Hl7Reader READER = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneOffset.UTC));

    private Er7Fuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        new Hl7MessageFile(file).messages().forEach(Er7Fuzz::read);
    }

    private static void read(byte[] message) {
        MessageOutcome outcome = READER.read(message);
        require(ANSWERS.contains(outcome.ack()), outcome.ack());
        require(new OutcomeJsonLine("file", outcome).text().indexOf('\n') < 0, "a line in two");
        try {
            Er7Message read = Er7Message.parse(message);
            require(
                    !new Hl7Acknowledgement(Hl7AcknowledgementCode.AA, Optional.of(read), Optional.empty())
                            .text("1", Instant.EPOCH)
                            .isEmpty(),
                    "no answer");
        } catch (MalformedHl7Message e) {
            require(outcome.error().equals(e.error().words()), outcome.error());
            var unused = Hl7Acknowledgement.rejected(message, e.error()).text("1", Instant.EPOCH);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
