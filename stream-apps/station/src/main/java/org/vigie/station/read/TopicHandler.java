package org.vigie.station.read;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.station.ward.WardView;

/** Handles the records of one topic, each with its place and its append time. */
record TopicHandler<V>(Deserializer<V> reader, BiConsumer<V, ConsumerRecord<?, ?>> taken, Consumer<String> gone) {
    /**
     * Decodes a record and gives it to the ward.
     *
     * @throws org.vigie.schemas.serde.RegistryUnavailableException when the registry does not answer
     */
    void take(ConsumerRecord<byte[], byte[]> record, WardView ward) {
        try {
            V value = reader.deserialize(record.topic(), record.value());
            if (value == null) {
                gone.accept(key(record));
            } else {
                taken.accept(value, record);
            }
        } catch (UnreadableRecordException e) {
            ward.unreadable();
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
