package org.vigie.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests that an unreadable record is copied byte for byte with its reason. */
class QuarantinedRecordsTest {
    private static final byte[] KEY = {1, 2};
    private static final String ZEROS = "5647f05ec18958947d32874eeb788fa396a05d0bab7c1b71f112ceb7e9b31eee";
    private static final byte[] VALUE = {0, 0, 0, 0, 9};

    @Test
    void aRecordIsKeptByteForByteWithItsReason() {
        // when
        Quarantined quarantined = QuarantinedRecords.of(
                record(KEY, VALUE), new IllegalStateException("wrapped", unknownSchema()), "vitals");

        // then
        assertThat(quarantined)
                .isEqualTo(Quarantined.newBuilder()
                        .setOrigin(new Origin("vigie.ward.observations.raw", 3, 42L, -1))
                        .setReason(QuarantineReason.UNKNOWN_SCHEMA)
                        .setDetail("the registry does not know schema 9")
                        .setApp("vitals")
                        .setQuarantinedAt(Instant.ofEpochMilli(1_000))
                        .setKey(ByteBuffer.wrap(KEY))
                        .setValue(ByteBuffer.wrap(VALUE))
                        .build());
    }

    @Test
    void theCopyOfALargeRecordFitsIntoARequestAndNamesWhatIsCut() {
        // given: a record that the broker took compressed
        byte[] large = new byte[2 << 20];
        var topic = TopicCatalogue.in("ward", 1).recordsQuarantined();
        var serde = new AvroSerdes(new MockSchemaRegistryClient()).of(topic);

        // when
        Quarantined quarantined = QuarantinedRecords.of(record(large, large), unknownSchema(), "vitals");

        // then
        assertThat(serde.serializer().serialize(topic.name(), quarantined)).hasSizeLessThan(1_000_000);
        assertThat(quarantined.getDetail())
                .isEqualTo("the registry does not know schema 9"
                        + "; the first 393216 of 2097152 bytes of the key are kept here, SHA-256 of all " + ZEROS
                        + "; the first 393216 of 2097152 bytes of the value are kept here, SHA-256 of all " + ZEROS);
    }

    @Test
    void aQuarantinedRecordReadsAsItWasWritten() {
        // given
        var topic = TopicCatalogue.in("ward", 1).recordsQuarantined();
        var serde = new AvroSerdes(new MockSchemaRegistryClient()).of(topic);
        Quarantined quarantined = QuarantinedRecords.of(record(null, null), unknownSchema(), "vitals");

        // when
        byte[] bytes = serde.serializer().serialize(topic.name(), quarantined);

        // then
        assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(quarantined);
    }

    @Test
    void aBrokenWorldConcernsNoRecord() {
        assertThat(QuarantinedRecords.isUnreadable(new IllegalStateException(unknownSchema())))
                .isTrue();
        assertThat(QuarantinedRecords.isUnreadable(
                        new RegistryUnavailableException("schema 9", new IOException("refused"))))
                .isFalse();
        assertThat(QuarantinedRecords.isUnreadable(new IllegalStateException("something else")))
                .isFalse();
    }

    private static UnreadableRecordException unknownSchema() {
        return new UnreadableRecordException(QuarantineReason.UNKNOWN_SCHEMA, "the registry does not know schema 9");
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                "vigie.ward.observations.raw",
                3,
                42,
                1_000,
                TimestampType.LOG_APPEND_TIME,
                2,
                5,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
