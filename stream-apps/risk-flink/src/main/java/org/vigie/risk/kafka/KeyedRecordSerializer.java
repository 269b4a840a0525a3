package org.vigie.risk.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryConnection;
import org.vigie.schemas.topic.Topic;

/** Writes a value under its key. The key determines the partition, as in all apps. */
final class KeyedRecordSerializer<V extends SpecificRecord> implements KafkaRecordSerializationSchema<V> {
    private final Topic<V> topic;
    private final SerializableFunction<V, String> key;
    private final RegistryConnection registry;

    private transient Serializer<V> serializer;

    KeyedRecordSerializer(Topic<V> topic, SerializableFunction<V, String> key, RegistryConnection registry) {
        this.topic = topic;
        this.key = key;
        this.registry = registry;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sink) {
        serializer = new AvroSerdes(registry).of(topic).serializer();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(V value, KafkaSinkContext sink, Long timestamp) {
        return new ProducerRecord<>(
                topic.name(),
                key.apply(value).getBytes(StandardCharsets.UTF_8),
                serializer.serialize(topic.name(), value));
    }
}
