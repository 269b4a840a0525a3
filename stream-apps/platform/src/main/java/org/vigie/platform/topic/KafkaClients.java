package org.vigie.platform.topic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Opens the Kafka clients of an app with the settings that every app of the ward needs.
 *
 * @param kafka where the broker is
 */
public record KafkaClients(KafkaConnectionConfig kafka) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A broker that is halted takes a question and does not answer: then another one must be asked before the time is over. */
    private static final int QUESTIONS = 3;

    /**
     * Opens a consumer that commits nothing by itself, starts at the beginning where no position is known, and creates no topic.
     *
     * @param more settings of {@link ConsumerConfig}, for example a group
     */
    public <K, V> Consumer<K, V> consumer(Deserializer<K> keys, Deserializer<V> values, Map<String, Object> more) {
        Map<String, Object> settings = kafka.clientSettings(Map.of());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putAll(more);
        return opened(() -> new KafkaConsumer<>(settings, keys, values));
    }

    /**
     * Opens a producer. A record counts as sent when all replicas in sync have it, once and in order.
     *
     * @param more settings of {@link ProducerConfig} beside {@code acks=all} and idempotence
     */
    public <K, V> Producer<K, V> producer(Serializer<K> keys, Serializer<V> values, Map<String, Object> more) {
        Map<String, Object> settings = kafka.clientSettings(more);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return opened(() -> new KafkaProducer<>(settings, keys, values));
    }

    /**
     * Opens a client of Kafka, which alone says only that it could not be created.
     *
     * @throws KafkaException when it cannot be opened; the sentence names the key and its value
     */
    public <T> T opened(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw new KafkaException(new KafkaClientRefusal(kafka, e).toString(), e);
        }
    }

    /**
     * Checks that a broker answers before a command reads from it. A client alone waits a minute and names no address.
     *
     * @throws IllegalStateException when no broker answers within ten seconds, with its address
     * @throws KafkaException when no broker can be asked, with the key and its value
     */
    public void requireBroker() throws InterruptedException {
        requireBroker(PATIENCE);
    }

    /**
     * Checks that a broker answers before a command reads from it, for a command that nobody waits for.
     *
     * @param patience how long the brokers may take together
     * @throws IllegalStateException when no broker answers within this time, with its address
     * @throws KafkaException when no broker can be asked, with the key and its value
     */
    public void requireBroker(Duration patience) throws InterruptedException {
        try (Admin admin = opened(() -> Admin.create(questionSettings(patience)))) {
            var unused = admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "no Kafka broker answers at " + kafka.bootstrapServers() + " within " + patience.toSeconds()
                            + " s; kafka.bootstrapServers or --broker names another",
                    e);
        }
    }

    Map<String, Object> questionSettings(Duration patience) {
        int whole = Math.toIntExact(patience.toMillis());
        return kafka.clientSettings(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                whole,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                whole / QUESTIONS));
    }
}
