package org.vigie.platform.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Producers of the ward: a record counts as sent when all replicas in sync have it, once and in its place. */
public final class KafkaProducers {
    private KafkaProducers() {}

    /** @param more settings of {@link ProducerConfig} beside {@code acks=all} and idempotence */
    public static <K, V> Producer<K, V> open(
            KafkaConnectionConfig kafka, Serializer<K> keys, Serializer<V> values, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, keys, values);
    }

    /** A future that ends when the record is sent. Never throws: what goes wrong at once fails the future too. */
    public static <K, V> CompletableFuture<Void> send(Producer<K, V> producer, ProducerRecord<K, V> record) {
        var sent = new CompletableFuture<Void>();
        try {
            var unused = producer.send(record, (metadata, refused) -> {
                if (refused == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(refused);
                }
            });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }
}
