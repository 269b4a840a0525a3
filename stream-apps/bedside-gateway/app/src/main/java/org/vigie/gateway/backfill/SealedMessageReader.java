package org.vigie.gateway.backfill;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.mqtt.StoredMqttBatch;
import org.vigie.schemas.Sealed;
import org.vigie.terminology.CodeMap;

/** Opens sealed messages and reads them again, as HL7, as FHIR or as an MQTT batch. */
final class SealedMessageReader {
    private final GatewayConfig config;
    private final IdentityCipher cipher;
    private final StayLookup census;

    SealedMessageReader(GatewayConfig config, IdentityCipher cipher, StayLookup census) {
        this.config = config;
        this.cipher = cipher;
        this.census = census;
    }

    /** Holds the readings of one message by one code map. */
    private record BackfilledReadings(IntakeProtocol protocol, List<MeasuredValue> readings) {
        IntakeDelivery of(byte[] message, Sealed kept, BackfillRun run) {
            var outcome = new MessageOutcome("", "", readings, List.of(), List.of(), List.of());
            return IntakeDelivery.of(
                    protocol, kept.getSource(), run.messageId(kept), readings.size(), outcome, message);
        }
    }

    /** Returns the bytes of a message. Empty when the present keys do not open it. */
    Optional<byte[]> open(Sealed kept) {
        ByteBuffer content = kept.getContent();
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        try {
            return Optional.of(cipher.decrypt(bytes, kept.getName()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns a message with the readings that the mapping of a run adds and that name their bed. */
    IntakeDelivery added(byte[] message, Sealed kept, BackfillRun run) {
        Instant received = kept.getSealedAt();
        BackfilledReadings after = read(message, received, run.after());
        List<MeasuredValue> added = new ArrayList<>(after.readings());
        added.removeAll(read(message, received, run.before()).readings());
        added.removeIf(one -> one.bed().isEmpty() || one.readings() == 0);
        return new BackfilledReadings(after.protocol(), added).of(message, kept, run);
    }

    /** Reads a message. A message of none of the protocols has no readings. */
    private BackfilledReadings read(byte[] message, Instant received, CodeMap codes) {
        MessageOutcome hl7 =
                new Hl7Reader(codes, config.senderRules()).receivedAt(received).read(message);
        if (hl7.error().isEmpty()) {
            return new BackfilledReadings(IntakeProtocol.HL7, hl7.observations());
        }
        MessageOutcome fhir = new FhirReader(codes, ZoneId.of(config.fhir().zone()), census)
                .receivedAt(received)
                .read(message);
        if (fhir.error().isEmpty()) {
            return new BackfilledReadings(IntakeProtocol.FHIR, fhir.observations());
        }
        List<MeasuredValue> batch =
                StoredMqttBatch.parse(message).measured(codes, config.mqtt().root());
        return new BackfilledReadings(IntakeProtocol.MQTT, batch);
    }
}
