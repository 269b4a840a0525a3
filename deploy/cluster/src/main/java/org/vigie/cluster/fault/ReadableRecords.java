package org.vigie.cluster.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Reads all records of a topic, and leaves out those that the harness itself made unreadable. */
record ReadableRecords(KafkaConnectionConfig kafka) {
    /** Returns the values of a topic, from its beginning. */
    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        forEach(topic, values::add);
        return values;
    }

    /** Hands over the values of a topic, from its beginning. */
    <V extends SpecificRecord> void forEach(Topic<V> topic, Consumer<V> consumer) {
        read(topic, (record, value) -> consumer.accept(value));
    }

    /** Returns the values that the broker took at a time or later. */
    <V extends SpecificRecord> List<V> valuesSince(Instant from, Topic<V> topic) {
        List<V> values = new ArrayList<>();
        read(topic, (record, value) -> {
            if (record.timestamp() >= from.toEpochMilli()) {
                values.add(value);
            }
        });
        return values;
    }

    private <V extends SpecificRecord> void read(
            Topic<V> topic, BiConsumer<ConsumerRecord<byte[], byte[]>, V> consumer) {
        var deserializer = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        try (var reader = PartitionReader.fromBeginning(kafka, List.of(topic))) {
            reader.readToEnd(record -> {
                try {
                    consumer.accept(record, deserializer.deserialize(topic.name(), record.value()));
                } catch (UnreadableRecordException e) {
                    // A record of the harness itself, which each reader must leave out.
                    return;
                }
            });
        }
    }
}
