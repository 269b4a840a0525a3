package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.TopicCatalogue;

class TopicRecordTest {
    private static final Deserializer<?> STAYS = new AvroSerdes("http://127.0.0.1:1")
            .of(TopicCatalogue.in("ward", 1).staysCurrent())
            .deserializer();

    @Test
    void aRecordHasItsPlaceAndTheBrokersTime() {
        // when
        TopicRecord<?> record = read("REA/01".getBytes(StandardCharsets.UTF_8), null);

        // then
        assertThat(record.place()).isEqualTo("vigie.ward.stays.current-3-42");
        assertThat(record.timestamp()).isEqualTo(Instant.EPOCH.plusSeconds(60));
        assertThat(record.key()).isEqualTo("REA/01");
    }

    @Test
    void aDeletionIsReadableAndHasNoValue() {
        // when
        TopicRecord<?> record = read(new byte[0], null);

        // then
        assertThat(record.isUnreadable()).isFalse();
        assertThat(record.value()).isEqualTo(Optional.empty());
    }

    @Test
    void aRecordWithoutAKeyHasAnEmptyOne() {
        assertThat(read(null, null).key()).isEmpty();
    }

    @Test
    void bytesThatCannotBeReadAreNoDeletion() {
        // when
        TopicRecord<?> record = read(null, new byte[] {9, 9, 9});

        // then
        assertThat(record.isUnreadable()).isTrue();
        assertThat(record.readableValue()).isEqualTo(Optional.empty());
        assertThatThrownBy(record::value).isInstanceOf(UnreadableRecordException.class);
    }

    private static TopicRecord<?> read(byte[] key, byte[] value) {
        var record = new ConsumerRecord<>(
                "vigie.ward.stays.current",
                3,
                42,
                60_000,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
        return TopicRecord.read(record, STAYS);
    }
}
