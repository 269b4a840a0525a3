package org.vigie.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reads and writes the compacted topic {@code _schemas}. It polls by itself: the registry stands below the platform module, whose topic
 * readers ask a registry for the schemas of the ward's topics.
 */
final class KafkaSchemaLog implements SchemaLogWriter, AutoCloseable {
    static final String TOPIC = "_schemas";

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Optional<Integer> ONE_PARTITION = Optional.of(1);

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaSchemaLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1 << 20);
        return settings;
    }

    /** Creates the topic when it is missing. */
    void create() {
        var topic = new NewTopic(TOPIC, ONE_PARTITION, Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Returns everything that was ever kept and not replaced. */
    SchemaSubjects read() {
        var subjects = new SchemaSubjects();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> subjects.apply(entry(record)));
            }
        } catch (KafkaException e) {
            throw RegistryException.storeFailed(e);
        }
        return subjects;
    }

    private static SchemaLogEntry entry(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new SerializedLogEntry(record.key(), record.value()).parse();
        } catch (IOException | RuntimeException e) {
            throw RegistryException.storeFailed(
                    new IOException(TOPIC + " cannot be read at offset " + record.offset() + ": " + e.getMessage(), e));
        }
    }

    @Override
    public void append(SchemaLogEntry entry) {
        try {
            var serialized = SerializedLogEntry.of(entry);
            producer.send(new ProducerRecord<>(TOPIC, PARTITION.partition(), serialized.key(), serialized.value()))
                    .get();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (KafkaException e) {
            throw RegistryException.storeFailed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static RegistryException failed(ExecutionException e) {
        return RegistryException.storeFailed(e.getCause() == null ? e : e.getCause());
    }

    private static RegistryException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return RegistryException.storeFailed(e);
    }
}
