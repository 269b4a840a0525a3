package org.vigie.gateway.send;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Sends records; a future ends when all replicas in sync have the record, or fails when they did not take it in time. */
public final class GatewayRecordSender implements RecordSender, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final AvroSerdes serdes;
    private final Producer<String, byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    /** @param delivery how long a record may wait for its acknowledgement */
    public GatewayRecordSender(KafkaConnectionConfig kafka, AvroSerdes serdes, Duration delivery) {
        this.serdes = serdes;
        producer =
                new KafkaClients(kafka).producer(new StringSerializer(), new ByteArraySerializer(), settings(delivery));
    }

    private static Map<String, Object> settings(Duration delivery) {
        int millis = Math.toIntExact(delivery.toMillis());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L << 20);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(500, millis / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        return settings;
    }

    @Override
    public <V extends SpecificRecord> CompletableFuture<Void> send(
            Topic<V> topic, String key, V value, Header... headers) {
        byte[] bytes;
        try {
            bytes = serializer(topic).serialize(topic.name(), value);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return new AcknowledgedSender<>(producer)
                .send(new ProducerRecord<>(topic.name(), null, key, bytes, List.of(headers)));
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(
                topic.name(), name -> serdes.of(topic).serializer());
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
