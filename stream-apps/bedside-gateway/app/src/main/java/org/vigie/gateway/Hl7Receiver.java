package org.vigie.gateway;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.hl7.Er7Message;
import org.vigie.gateway.hl7.Hl7Acknowledgement;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.Hl7ReadingCount;
import org.vigie.gateway.hl7.MalformedHl7Message;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.mllp.MllpReceiver;

/**
 * HL7 messages: read, published, answered. The answer is AA (or CA) once the broker has all of it, AE when it has not, AR when the
 * message is malformed: then it lies in quarantine.
 */
final class Hl7Receiver implements MllpReceiver {
    private static final String SENT_AGAIN = "sent again";

    private final Supplier<CodeMap> codes;
    private final SenderRules rules;
    private final DeliveryPublisher publisher;
    private final GatewayCounters counters;
    private final Clock clock;
    private final StoredMessageDigests storedDigests = new StoredMessageDigests();
    private final AtomicLong answers = new AtomicLong();

    Hl7Receiver(
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
            if (!whole) {
                throw new MalformedHl7Message(
                        "MSH", 0, MalformedHl7Message.SEQUENCE, "the frame was cut off by the start of another");
            }
            return taken(Er7Message.parse(bytes), bytes);
        } catch (MalformedHl7Message e) {
            return refused("unknown", bytes, e, Hl7ReadingCount.in(bytes), true);
        }
    }

    private CompletableFuture<String> taken(Er7Message message, byte[] bytes) {
        Hl7Acknowledgement wanted = Hl7Acknowledgement.of(message);
        String digest = digest(bytes);
        String id = message.controlId() + "-" + digest.substring(0, 16);
        int readings = Hl7ReadingCount.in(message);
        if (storedDigests.contains(digest)) {
            counters.add(SENT_AGAIN, 1);
            publisher.sentAgain(IntakeProtocol.HL7, message.sender(), readings);
            return CompletableFuture.completedFuture(answer(wanted, wanted.accepted(), ""));
        }
        MessageOutcome outcome =
                new Hl7Reader(codes.get(), rules).receivedAt(clock.instant()).read("", message);
        if (!outcome.error().isEmpty()) {
            return refused(message.sender(), bytes, Hl7Reader.unsupported(message), readings, false);
        }
        var delivery = new IntakeDelivery(
                IntakeProtocol.HL7,
                message.sender(),
                id,
                readings,
                outcome.observations(),
                rules.isTest(message) ? List.of() : outcome.movements(),
                outcome.alerts(),
                outcome.dropped(),
                bytes);
        return publisher.publish(delivery).handle((done, failure) -> {
            if (failure != null) {
                counters.add("failed", 1);
                return answer(wanted, wanted.failed(), "not stored, send it again");
            }
            storedDigests.add(digest);
            return answer(wanted, wanted.accepted(), "");
        });
    }

    /** What cannot be kept in quarantine either is to be sent again: AE. */
    private CompletableFuture<String> refused(
            String sender, byte[] bytes, MalformedHl7Message why, int readings, boolean malformed) {
        String id = "malformed-" + digest(bytes).substring(0, 16);
        var refused = new RefusedMessage(IntakeProtocol.HL7, sender, bytes, why.words(), readings, malformed);
        return publisher.refused(refused, id).handle((done, failure) -> {
            String refusal = Hl7Acknowledgement.refusal(bytes, nextId(), clock.instant(), why);
            return failure == null ? refusal : refusal.replaceFirst("\rMSA(.)([AC])R", "\rMSA$1$2E");
        });
    }

    private String answer(Hl7Acknowledgement wanted, String code, String error) {
        return code.equals(Hl7Acknowledgement.NONE) ? "" : wanted.text(code, nextId(), clock.instant(), error);
    }

    private String nextId() {
        return "V" + Long.toString(clock.millis(), Character.MAX_RADIX) + answers.incrementAndGet();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(whole, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
