package org.vigie.gateway.files.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaProducers;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** The topics of a ward that a player needs. Every send returns once the broker has the record. */
final class PlaybackTopics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaConnectionConfig kafka;
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final Producer<String, byte[]> producer;

    PlaybackTopics(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.serdes = new AvroSerdes(kafka.registryUrl());
        this.producer = KafkaProducers.open(kafka, new StringSerializer(), new ByteArraySerializer(), Map.of());
    }

    void send(Observation observation) throws InterruptedException {
        send(topics.observationsRaw(), observation.getBed(), observation);
    }

    void send(BedStays stays) throws InterruptedException {
        send(topics.staysCurrent(), stays.getBed(), stays);
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String bed, V value) throws InterruptedException {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        try {
            producer.send(new ProducerRecord<>(topic.name(), bed, bytes)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("a record could not be published", e.getCause());
        }
    }

    /** Who is and was on a bed; empty when nothing was ever said of it. */
    Optional<BedStays> stays(String bed) {
        Topic<BedStays> topic = topics.staysCurrent();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        BedStays newest = null;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                    if (bed.equals(record.key()) && record.value() != null) {
                        newest = serdes.of(topic).deserializer().deserialize(topic.name(), record.value());
                    }
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
