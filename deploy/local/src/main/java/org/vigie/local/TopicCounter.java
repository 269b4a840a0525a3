package org.vigie.local;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Decodes the records of one topic and counts them.
 *
 * @param consumer takes each record with its value
 * @param unreadable runs for each record without a value
 */
record TopicCounter<V>(Deserializer<V> deserializer, ValueConsumer<V> consumer, Runnable unreadable) {
    /** Takes a record with its decoded value. */
    interface ValueConsumer<V> {
        void take(ConsumerRecord<byte[], byte[]> record, V value);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        V value = decoded(record);
        if (value == null) {
            unreadable.run();
        } else {
            consumer.take(record, value);
        }
    }

    private V decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException e) {
            return null;
        }
    }
}
