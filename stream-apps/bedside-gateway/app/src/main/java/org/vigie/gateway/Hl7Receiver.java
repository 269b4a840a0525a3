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
import org.vigie.gateway.codes.Intake.Delivery;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.Protocol;
import org.vigie.gateway.codes.RefusedMessage;
import org.vigie.gateway.hl7.Acknowledgement;
import org.vigie.gateway.hl7.Er7;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.Hl7ReadingCount;
import org.vigie.gateway.hl7.MalformedMessage;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.mllp.Receiver;

/**
 * HL7 messages: read, published, answered. The answer is AA (or CA) once the broker has all of it, AE when it has not, AR when the
 * message is malformed: then it lies in quarantine.
 */
final class Hl7Receiver implements Receiver {
    private static final String SENT_AGAIN = "sent again";

    private final Supplier<CodeMap> codes;
    private final SenderRules rules;
    private final Door door;
    private final Counts counts;
    private final Clock clock;
    private final Remembered remembered = new Remembered();
    private final AtomicLong answers = new AtomicLong();

    Hl7Receiver(Supplier<CodeMap> codes, SenderRules rules, Door door, Counts counts, Clock clock) {
        this.codes = codes;
        this.rules = rules;
        this.door = door;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<String> receive(byte[] bytes, boolean whole) {
        counts.add("messages", 1);
        try {
            if (!whole) {
                throw new MalformedMessage(
                        "MSH", 0, MalformedMessage.SEQUENCE, "the frame was cut off by the start of another");
            }
            return taken(Er7.parse(bytes), bytes);
        } catch (MalformedMessage e) {
            return refused("unknown", bytes, e, Hl7ReadingCount.in(bytes), true);
        }
    }

    private CompletableFuture<String> taken(Er7 message, byte[] bytes) {
        Acknowledgement wanted = Acknowledgement.of(message);
        String digest = digest(bytes);
        String id = message.controlId() + "-" + digest.substring(0, 16);
        int readings = Hl7ReadingCount.in(message);
        if (remembered.contains(digest)) {
            counts.add(SENT_AGAIN, 1);
            door.sentAgain(Protocol.HL7, message.sender(), readings);
            return CompletableFuture.completedFuture(answer(wanted, wanted.accepted(), ""));
        }
        Outcome outcome =
                new Hl7Reader(codes.get(), rules).receivedAt(clock.instant()).read("", message);
        if (!outcome.error().isEmpty()) {
            return refused(message.sender(), bytes, Hl7Reader.unsupported(message), readings, false);
        }
        var delivery = new Delivery(
                Protocol.HL7,
                message.sender(),
                id,
                readings,
                outcome.observations(),
                rules.isTest(message) ? List.of() : outcome.movements(),
                outcome.alerts(),
                outcome.dropped(),
                bytes);
        return door.publish(delivery).handle((done, failure) -> {
            if (failure != null) {
                counts.add("failed", 1);
                return answer(wanted, wanted.failed(), "not stored, send it again");
            }
            remembered.add(digest);
            return answer(wanted, wanted.accepted(), "");
        });
    }

    /** What cannot be kept in quarantine either is to be sent again: AE. */
    private CompletableFuture<String> refused(
            String sender, byte[] bytes, MalformedMessage why, int readings, boolean malformed) {
        String id = "malformed-" + digest(bytes).substring(0, 16);
        var refused = new RefusedMessage(Protocol.HL7, sender, bytes, why.words(), readings, malformed);
        return door.refused(refused, id).handle((done, failure) -> {
            String refusal = Acknowledgement.refusal(bytes, nextId(), clock.instant(), why);
            return failure == null ? refusal : refusal.replaceFirst("\rMSA(.)([AC])R", "\rMSA$1$2E");
        });
    }

    private String answer(Acknowledgement wanted, String code, String error) {
        return code.equals(Acknowledgement.NONE) ? "" : wanted.text(code, nextId(), clock.instant(), error);
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
