package org.vigie.testing.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Writes records to topics of a broker and reads whole topics. */
public final class TestTopics implements AutoCloseable {
    private final String bootstrapServers;
    private final AvroSerdes serdes;
    private final KafkaProducer<byte[], byte[]> producer;

    public TestTopics(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        serdes = new AvroSerdes(registryUrl);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        sendBytes(topic, key, serdes.of(topic).serializer().serialize(topic.name(), value));
    }

    public void sendBytes(Topic<?> topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    public void flush() {
        producer.flush();
    }

    /** Returns all records of the topic, in the order of each partition. */
    public <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        var deserializer = serdes.of(topic).deserializer();
        List<V> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(deserializer.deserialize(topic.name(), record.value()));
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        producer.close();
    }
}
