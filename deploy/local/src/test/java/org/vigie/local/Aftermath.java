package org.vigie.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** What a ward that has ended left in its topics. */
final class Aftermath implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final KafkaSettings kafka;

    private Aftermath(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        this.kafka = new KafkaSettings(broker.bootstrapServers(), registry.url(), "ward", 4);
    }

    static Aftermath of(Path dataDir) {
        var broker = EmbeddedBroker.start(dataDir.resolve("broker"));
        return new Aftermath(broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
    }

    KafkaSettings kafka() {
        return kafka;
    }

    /** All records of a topic, first to last within a partition. */
    <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        var values = new AvroSerdes(kafka.registryUrl()).of(topic).deserializer();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        List<V> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
