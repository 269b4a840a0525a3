package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.topic.TopicCatalogue;

class DeliveryArchiveTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00Z");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final byte[] SENT = "PID|||4410077||ORMEAU".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final RecordedSends sends = new RecordedSends();
    private final GatewayCounters counters = new GatewayCounters(new PrometheusRegistry());
    private IdentityCipher cipher;
    private DeliveryArchive archive;

    @BeforeEach
    void open() {
        cipher = GatewayKeysets.load(directory).seal();
        archive = new DeliveryArchive(sends, TOPICS, cipher, counters, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "HL7, MON|ICU, MALFORMED_MESSAGE, hl7:MON|ICU",
        "FHIR, pump-7, REFUSED_MESSAGE, fhir:pump-7",
        "MQTT, mqtt mon-81, NO_BED, mqtt:mqtt mon-81",
    })
    void aRefusedMessageIsQuarantinedUnderItsProtocolAndReason(
            IntakeProtocol protocol, String sender, QuarantineReason reason, String origin) {
        // when
        archive.quarantine(new RefusedMessage(protocol, sender, SENT, "PID-3: required", 1, reason), "refused-1")
                .join();

        // then
        Quarantined kept = sends.values(TOPICS.recordsQuarantined()).get(0);
        assertThat(kept.getOrigin().getTopic()).isEqualTo(origin);
        assertThat(kept.getReason()).isEqualTo(reason);
        assertThat(kept.getDetail()).isEqualTo("PID-3: required");
        assertThat(kept.getQuarantinedAt()).isEqualTo(NOW);
        assertThat(counters.all()).containsEntry("quarantined", 1L);
    }

    @Test
    void aMessageInQuarantineIsEncrypted() {
        // when
        archive.quarantine(
                        new RefusedMessage(IntakeProtocol.HL7, "MON", SENT, "why", 0, QuarantineReason.REFUSED_MESSAGE),
                        "refused-1")
                .join();

        // then
        ByteBuffer value = sends.values(TOPICS.recordsQuarantined()).get(0).getValue();
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("ORMEAU");
        assertThat(cipher.decrypt(bytes, "refused-1")).isEqualTo(SENT);
    }

    @Test
    void aReasonThatConcernsNoMessageIsNotAccepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RefusedMessage(IntakeProtocol.HL7, "MON", SENT, "why", 0, QuarantineReason.NOT_FRAMED))
                .withMessageContaining("reason: must be one of")
                .withMessageContaining("was NOT_FRAMED");
    }
}
