package org.vigie.cluster.flink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Writes records to topics and reads whole topics. */
final class ClusterTopics implements AutoCloseable {
    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private final KafkaProducer<byte[], byte[]> producer;

    ClusterTopics(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        serdes = new AvroSerdes(kafka.registryUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        var unused = producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), bytes));
    }

    void flush() {
        producer.flush();
    }

    /** Returns all records of the topic. */
    <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        var deserializer = serdes.of(topic).deserializer();
        List<V> values = new ArrayList<>();
        try (var reader = PartitionReader.fromBeginning(kafka, List.of(topic))) {
            reader.readToEnd(record -> values.add(deserializer.deserialize(topic.name(), record.value())));
        }
        return values;
    }

    @Override
    public void close() {
        producer.close();
    }
}
