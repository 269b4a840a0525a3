package org.vigie.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;

/** Publishes the load of a benchmark. A load of which a record did not reach the broker is never measured: {@link #close} fails. */
public final class LoadProducer<V> implements AutoCloseable {
    /** The machine of a benchmark may be busy for longer than Kafka's two minutes. */
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(10);

    private final Producer<String, V> producer;
    private final AtomicReference<Exception> refused = new AtomicReference<>();

    /** @param settings of the producer, beside the connection's */
    public LoadProducer(KafkaConnectionConfig kafka, Serializer<V> values, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(DELIVERED_WITHIN.toMillis()));
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERED_WITHIN.toMillis());
        producer = new KafkaClients(kafka).producer(new StringSerializer(), values, all);
    }

    public void send(String topic, String key, V value) {
        var unused = producer.send(
                new ProducerRecord<>(topic, key, value), (metadata, failure) -> refused.compareAndSet(null, failure));
    }

    /** Waits until the broker has all records so far. */
    public void flush() {
        producer.flush();
    }

    /** @throws IllegalStateException when the broker did not take every record */
    @Override
    public void close() {
        producer.close();
        if (refused.get() != null) {
            throw new IllegalStateException("The load is not whole on the broker", refused.get());
        }
    }
}
