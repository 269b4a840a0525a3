package org.vigie.gateway.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Encrypts what may name a patient and sends it to its topic: messages, identities of patients, and messages in quarantine. No other class
 * of the gateway publishes clear names.
 */
public final class DeliveryArchive {
    private static final String APP = "bedside-gateway";
    private static final int WHOLE_RECORD = -1;

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final IdentityCipher cipher;
    private final GatewayCounters counters;
    private final Clock clock;

    public DeliveryArchive(
            RecordSender recordSender,
            TopicCatalogue topics,
            IdentityCipher cipher,
            GatewayCounters counters,
            Clock clock) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.cipher = cipher;
        this.counters = counters;
        this.clock = clock;
    }

    /** Sends a message as it was received to {@code messages.sealed}. The key of its one patient opens it, so that it can be erased. */
    CompletableFuture<Void> keepMessage(IntakeDelivery delivery, Instant now) {
        String name = delivery.messageId();
        Set<String> numbers = new PatientNumbers(delivery).all();
        byte[] content = numbers.size() == 1
                ? cipher.encryptForNumber(numbers.iterator().next(), delivery.raw(), name)
                : cipher.encrypt(delivery.raw(), name);
        return send(topics.messagesSealed(), delivery.sender(), name, content, now);
    }

    /**
     * Sends the clear identity of a patient to {@code identities.sealed}.
     *
     * @param pseudonym the patient's, the key of the record
     */
    CompletableFuture<Void> keepIdentity(String sender, String pseudonym, PatientMovement movement, Instant now) {
        PatientMovement.PatientDemographics person = movement.person();
        String identity = String.join(
                "\t",
                movement.patient(),
                movement.visit(),
                person.family(),
                person.given(),
                person.born(),
                person.sex());
        byte[] content = cipher.encryptFor(pseudonym, identity.getBytes(StandardCharsets.UTF_8), pseudonym);
        return send(topics.identitiesSealed(), sender, pseudonym, content, now);
    }

    private CompletableFuture<Void> send(Topic<Sealed> topic, String source, String name, byte[] content, Instant now) {
        return recordSender.send(topic, name, new Sealed(source, name, ByteBuffer.wrap(content), now));
    }

    /** Sends a message that is not taken, or not taken as a whole, to {@code records.quarantined} with its reason. */
    CompletableFuture<Void> quarantine(RefusedMessage refusal, String messageId) {
        counters.add("quarantined", 1);
        return recordSender.send(topics.recordsQuarantined(), messageId, quarantined(refusal, messageId));
    }

    private Quarantined quarantined(RefusedMessage refusal, String messageId) {
        String origin = refusal.protocol().name().toLowerCase(Locale.ROOT) + ":" + refusal.sender();
        return Quarantined.newBuilder()
                .setOrigin(new Origin(origin, 0, 0L, WHOLE_RECORD))
                .setReason(refusal.reason())
                .setDetail(refusal.why())
                .setApp(APP)
                .setQuarantinedAt(clock.instant())
                .setKey(ByteBuffer.wrap(messageId.getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(cipher.encrypt(refusal.raw(), messageId)))
                .build();
    }
}
