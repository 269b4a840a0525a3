package org.vigie.replay.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.engine.RecordedRecord;

class ReplayNamespaceTest {
    private static final KafkaConnectionConfig WARD = KafkaConnectionConfig.defaults();

    private final ReplayNamespace namespace = new ReplayNamespace("study-7", WARD);

    @Test
    void aTopicOfTheWardHasItsCounterpart() {
        assertThat(namespace.of("vigie.ward.alerts.ledger")).isEqualTo("vigie.study-7.alerts.ledger");
        assertThat(namespace.wardTopic("vigie.study-7.alerts.ledger")).isEqualTo("vigie.ward.alerts.ledger");
    }

    @Test
    void everyTopicThatIsWrittenIsOfTheNamespace() {
        assertThat(namespace.written())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.name()).startsWith("vigie.study-7."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ward", "study", "study-", "Study-7", "study-7.alerts", "study-7-of-a-name-that-is-too-long"})
    void aNameThatCouldBeThatOfAWardIsRefused(String name) {
        assertThatThrownBy(() -> new ReplayNamespace(name, WARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--namespace: must begin with study-")
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void aReplayOfAReplayIsRefused() {
        assertThatThrownBy(() -> new ReplayNamespace("study-7", WARD.withNamespace("study-6")))
                .hasMessageContaining("--ward: must be the namespace of a ward");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie.ward.alerts.ledger",
                "vigie.ward.notifications.deliveries",
                "vigie.study-70.alerts.ledger",
                "vigie.study-7"
            })
    void aRecordForAnyOtherTopicIsRefusedAndNotSent(String topic) {
        // given
        var serializer = new ByteArraySerializer();
        try (var producer = new MockProducer<byte[], byte[]>(true, null, serializer, serializer);
                var writer = new NamespaceWriter(namespace, producer)) {
            var record = new RecordedRecord(topic, "stay-1", new byte[] {1}, Instant.EPOCH);
            // when
            // then
            assertThatThrownBy(() -> writer.write(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("may write to vigie.study-7.* only")
                    .hasMessageContaining(topic);
            assertThat(producer.history()).isEmpty();
        }
    }

    @Test
    void aRecordKeepsItsRecordedTime() {
        // given
        var serializer = new ByteArraySerializer();
        try (var producer = new MockProducer<byte[], byte[]>(true, null, serializer, serializer);
                var writer = new NamespaceWriter(namespace, producer)) {
            // when
            writer.write(new RecordedRecord(
                    "vigie.study-7.alerts.ledger", "stay-1", new byte[] {1}, Instant.ofEpochMilli(5)));
            // then
            assertThat(producer.history())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.timestamp()).isEqualTo(5));
        }
    }
}
