package org.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.schemas.topic.TopicCatalogue;

/** Starts a broker with its registry of its own: their start is tested. */
class EmbeddedKafkaIT {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final String TOPIC = TOPICS.recordsQuarantined().name();

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenBeforeARestartCanBeReadAfterIt() {
        // given
        byte[] before;
        try (var kafka = EmbeddedKafka.start(directory)) {
            before = serde(kafka).serializer().serialize(TOPIC, quarantined());
        }

        // when
        try (var kafka = EmbeddedKafka.start(directory)) {
            Serde<Quarantined> serde = serde(kafka);

            // then
            assertThat(serde.deserializer().deserialize(TOPIC, before)).isEqualTo(quarantined());
            assertThat(serde.serializer().serialize(TOPIC, quarantined())).isEqualTo(before);
        }
    }

    @Test
    void aRegistryThatIsGoneIsNotTheRecordsFault() {
        // given
        Serde<Quarantined> serde;
        byte[] written;
        try (var kafka = EmbeddedKafka.start(directory)) {
            written = serde(kafka).serializer().serialize(TOPIC, quarantined());
            serde = serde(kafka);
        }

        // then
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, written))
                .withMessageStartingWith("REGISTRY_UNAVAILABLE");
    }

    @Test
    void knownSchemasAreWrittenAndReadWhileTheRegistryIsDown() {
        // given
        Serde<Quarantined> serde;
        byte[] written;
        try (var kafka = EmbeddedKafka.start(directory)) {
            serde = serde(kafka);
            written = serde.serializer().serialize(TOPIC, quarantined());
            assertThat(serde.deserializer().deserialize(TOPIC, written)).isEqualTo(quarantined());
        }

        // when: the registry no longer answers
        byte[] again = serde.serializer().serialize(TOPIC, quarantined());

        // then
        assertThat(again).isEqualTo(written);
        assertThat(serde.deserializer().deserialize(TOPIC, again)).isEqualTo(quarantined());
    }

    @Test
    void aRegisteredTopicIsWrittenAndReadForTheFirstTimeWhileTheRegistryIsDown() {
        // given
        AvroSerdes serdes;
        try (var kafka = EmbeddedKafka.start(directory)) {
            serdes = new AvroSerdes(kafka.registryUrl());
            serdes.register(TOPICS.recordsQuarantined());
        }

        // when: the registry no longer answers
        Serde<Quarantined> first = serdes.of(TOPICS.recordsQuarantined());
        byte[] written = first.serializer().serialize(TOPIC, quarantined());

        // then
        assertThat(first.deserializer().deserialize(TOPIC, written)).isEqualTo(quarantined());
    }

    @Test
    void schemasLieInTheBrokerAsConfluentsRegistryKeepsThem() {
        try (var kafka = EmbeddedKafka.start(directory)) {
            // when
            serde(kafka).serializer().serialize(TOPIC, quarantined());

            // then
            assertThat(TopicValues.values(kafka.bootstrapServers(), "_schemas"))
                    .singleElement()
                    .asString()
                    .startsWith("{\"subject\":\"" + TOPIC + "-value\",\"version\":1,\"id\":1,\"schema\":\"{");
        }
    }

    private static Serde<Quarantined> serde(EmbeddedKafka kafka) {
        return new AvroSerdes(kafka.registryUrl()).of(TOPICS.recordsQuarantined());
    }

    private static Quarantined quarantined() {
        return Quarantined.newBuilder()
                .setOrigin(new Origin("topic", 0, 42L, -1))
                .setReason(QuarantineReason.EMPTY)
                .setDetail("there is no value")
                .setApp("app")
                .setQuarantinedAt(Instant.ofEpochMilli(1))
                .build();
    }
}
