package org.vigie.platform.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.serde.UnreadableRecordException;

/** Holds one record of a topic with its place and its value. */
public final class TopicRecord<V> {
    private final ConsumerRecord<byte[], byte[]> record;
    private final @Nullable V value;
    private final @Nullable UnreadableRecordException failure;

    private TopicRecord(
            ConsumerRecord<byte[], byte[]> record, @Nullable V value, @Nullable UnreadableRecordException failure) {
        this.record = record;
        this.value = value;
        this.failure = failure;
    }

    /** @throws org.vigie.schemas.serde.RegistryUnavailableException when the same record may be read a moment later */
    static <V> TopicRecord<V> read(ConsumerRecord<byte[], byte[]> record, Deserializer<V> values) {
        try {
            return new TopicRecord<>(record, values.deserialize(record.topic(), record.value()), null);
        } catch (UnreadableRecordException e) {
            return new TopicRecord<>(record, null, e);
        }
    }

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }

    /** Returns the broker's append time. */
    public Instant timestamp() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Returns the key; an empty text when there is none. */
    public String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Returns the value; empty for a deletion.
     *
     * @throws UnreadableRecordException when the bytes cannot be read, however often it is tried
     */
    public Optional<V> value() {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(value);
    }

    /** Returns the value; empty for a deletion and for bytes that cannot be read. */
    public Optional<V> readableValue() {
        return Optional.ofNullable(value);
    }

    /** Returns true when its bytes cannot be read, however often it is tried. */
    public boolean isUnreadable() {
        return failure != null;
    }

    /** Returns the place of the record: {@code topic-partition-offset}. */
    public String place() {
        return new TopicPartition(record.topic(), record.partition()) + "-" + record.offset();
    }
}
