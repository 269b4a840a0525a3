package org.vigie.gateway.receive;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.vigie.gateway.hl7.Hl7ReadResult;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.Hl7ReadingCount;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.hl7.acknowledgement.Hl7Acknowledgement;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Error;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.mllp.MllpReceiver;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.publish.DeliveryPublisher;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;

/**
 * Receives HL7 messages: reads them, publishes their content, and answers. The answer is AA (CA) once the broker has all of it, AE (CE)
 * when it has not, and AR (CR) when the message is refused and in quarantine.
 */
public final class Hl7Receiver implements MllpReceiver {
    private static final String SENT_AGAIN = "sent again";
    private static final int ID_DIGITS = 16;

    private final Supplier<CodeMap> codes;
    private final SenderRules rules;
    private final DeliveryPublisher publisher;
    private final GatewayCounters counters;
    private final Clock clock;
    private final StoredMessageDigests storedDigests = new StoredMessageDigests();
    private final AtomicLong answers = new AtomicLong();

    public Hl7Receiver(
            Supplier<CodeMap> codes,
            SenderRules rules,
            DeliveryPublisher publisher,
            GatewayCounters counters,
            Clock clock) {
        this.codes = codes;
        this.rules = rules;
        this.publisher = publisher;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<String> receive(byte[] bytes, boolean whole) {
        counters.add("messages", 1);
        try {
            requireWhole(whole);
            return taken(Er7Message.parse(bytes), bytes);
        } catch (MalformedHl7Message e) {
            int readings = Hl7ReadingCount.in(bytes);
            String why = e.error().words();
            var refusal = new RefusedMessage(
                    IntakeProtocol.HL7, "unknown", bytes, why, readings, QuarantineReason.MALFORMED_MESSAGE);
            return refused(refusal, Hl7Acknowledgement.rejected(bytes, e.error()));
        }
    }

    private static void requireWhole(boolean whole) throws MalformedHl7Message {
        if (!whole) {
            throw new MalformedHl7Message("MSH", 0, Hl7Error.SEQUENCE, "the frame was cut off by the start of another");
        }
    }

    private CompletableFuture<String> taken(Er7Message message, byte[] bytes) {
        String digest = ContentDigest.of(bytes).hex();
        if (storedDigests.contains(digest)) {
            counters.add(SENT_AGAIN, 1);
            publisher.sentAgain(IntakeProtocol.HL7, message.sender(), Hl7ReadingCount.in(message));
            return CompletableFuture.completedFuture(answer(Hl7Acknowledgement.accepted(message)));
        }
        Hl7ReadResult read =
                new Hl7Reader(codes.get(), rules).receivedAt(clock.instant()).readWithAcknowledgement(message);
        return read.acknowledgement().error().isPresent()
                ? refused(refusal(message, bytes, read.outcome()), read.acknowledgement())
                : publisher
                        .publish(delivery(message, bytes, digest, read.outcome()))
                        .handle((done, failure) -> answer(read.acknowledgement(), digest, failure == null));
    }

    private static RefusedMessage refusal(Er7Message message, byte[] bytes, MessageOutcome outcome) {
        return new RefusedMessage(
                IntakeProtocol.HL7,
                message.sender(),
                bytes,
                outcome.error(),
                Hl7ReadingCount.in(message),
                QuarantineReason.REFUSED_MESSAGE);
    }

    private IntakeDelivery delivery(Er7Message message, byte[] bytes, String digest, MessageOutcome outcome) {
        return new IntakeDelivery(
                IntakeProtocol.HL7,
                message.sender(),
                message.controlId() + "-" + digest.substring(0, ID_DIGITS),
                Hl7ReadingCount.in(message),
                outcome.observations(),
                rules.isTest(message) ? List.of() : outcome.movements(),
                outcome.alerts(),
                outcome.dropped(),
                bytes);
    }

    private String answer(Hl7Acknowledgement acknowledgement, String digest, boolean isStored) {
        if (!isStored) {
            counters.add("failed", 1);
            return answer(acknowledgement.failed("not stored, send it again"));
        }
        storedDigests.add(digest);
        return answer(acknowledgement);
    }

    /** Sends a refused message to quarantine. The sender may send it again when it could not be kept. */
    private CompletableFuture<String> refused(RefusedMessage refusal, Hl7Acknowledgement rejection) {
        String id = "malformed-" + ContentDigest.of(refusal.raw()).hex().substring(0, ID_DIGITS);
        return publisher
                .refused(refusal, id)
                .handle((done, failure) -> answer(failure == null ? rejection : rejection.failed()));
    }

    private String answer(Hl7Acknowledgement acknowledgement) {
        return acknowledgement.text(nextId(), clock.instant());
    }

    private String nextId() {
        return "V" + Long.toString(clock.millis(), Character.MAX_RADIX) + answers.incrementAndGet();
    }
}
