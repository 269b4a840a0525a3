package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Writes to and reads from the real topics of a namespace. */
final class NamespaceTopics implements AutoCloseable {
    private final KafkaConnectionConfig settings;
    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    NamespaceTopics(KafkaConnectionConfig settings) {
        this.settings = settings;
        this.serdes = new AvroSerdes(settings.registryUrl());
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    TopicCatalogue names() {
        return settings.topics();
    }

    void tell(Observation observation) {
        send(names().observationsRaw(), observation.getBed(), observation);
    }

    <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        write(topic.name(), key, serdes.of(topic).serializer().serialize(topic.name(), value));
    }

    /** Writes any bytes as a raw record. */
    void sendBytes(String key, byte[] bytes) {
        write(names().observationsRaw().name(), key, bytes);
    }

    byte[] cutShort(Observation observation) {
        var topic = names().observationsRaw();
        byte[] whole = serdes.of(topic).serializer().serialize(topic.name(), observation);
        return Arrays.copyOf(whole, whole.length - 3);
    }

    /** Returns each record once: after a long halt of the machine an app processes some again, and writes the same. */
    List<CleanObservation> clean() {
        return List.copyOf(new LinkedHashSet<>(all(names().observationsClean())));
    }

    /** Returns each record once, as {@link #clean}. */
    List<RejectedReading> rejected() {
        return List.copyOf(new LinkedHashSet<>(all(names().observationsRejected())));
    }

    List<Quarantined> quarantined() {
        return all(names().recordsQuarantined());
    }

    @Override
    public void close() {
        producer.close();
    }

    private void write(String topic, String key, byte[] bytes) {
        assertThat(producer.send(new ProducerRecord<>(topic, key, bytes))).succeedsWithin(Duration.ofMinutes(10));
    }

    private <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                new StringDeserializer(),
                serdes.of(topic).deserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<V> values = new ArrayList<>();
            while (values.size() < left) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
