package org.vigie.replay.ward;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Holds one record of a ward's topic.
 *
 * @param topic full name
 * @param value null for a deletion
 * @param at when the broker took it
 */
public record WardRecord(
        String topic, int partition, long offset, String key, byte @Nullable [] value, Headers headers, Instant at) {
    /** Returns the record that a consumer read. */
    public static WardRecord of(ConsumerRecord<byte[], byte[]> read) {
        return new WardRecord(
                read.topic(),
                read.partition(),
                read.offset(),
                read.key() == null ? "" : new String(read.key(), StandardCharsets.UTF_8),
                read.value(),
                read.headers(),
                Instant.ofEpochMilli(read.timestamp()));
    }

    /** Returns this record as if the broker had taken it at another time. */
    WardRecord movedTo(Instant time) {
        return new WardRecord(topic, partition, offset, key, value, headers, time);
    }

    /** Returns the place of the record: {@code topic-partition-offset}. */
    String place() {
        return topic + "-" + partition + "-" + offset;
    }
}
