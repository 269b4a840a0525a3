package org.vigie.replay.namespace;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.replay.engine.RecordedRecord;

/** Writes the records of a replay to the topics of its namespace, with the recorded times. No other topic is ever written. */
public final class NamespaceWriter implements AutoCloseable {
    private final ReplayNamespace namespace;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    NamespaceWriter(ReplayNamespace namespace, Producer<byte[], byte[]> producer) {
        this.namespace = namespace;
        this.producer = producer;
    }

    /** Opens a writer on a broker. */
    public static NamespaceWriter open(ReplayNamespace namespace, KafkaConnectionConfig kafka) {
        var serializer = new ByteArraySerializer();
        return new NamespaceWriter(
                namespace,
                new KafkaClients(kafka)
                        .producer(
                                serializer,
                                serializer,
                                Map.of(
                                        ProducerConfig.LINGER_MS_CONFIG,
                                        50,
                                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                        "lz4")));
    }

    /**
     * Writes a record.
     *
     * @throws IllegalArgumentException when the topic is not of the namespace
     * @throws KafkaException when an earlier record could not be written
     */
    public void write(RecordedRecord record) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaException(
                    "the replay stopped: a record of " + namespace.name() + " was not written: " + failed.getMessage(),
                    failed);
        }
        var unused = producer.send(
                new ProducerRecord<>(
                        namespace.checked(record.topic()),
                        null,
                        record.at().toEpochMilli(),
                        record.key().getBytes(StandardCharsets.UTF_8),
                        record.value()),
                (metadata, refused) -> failure.compareAndSet(null, refused));
    }

    /** Waits until the broker has all records. */
    @Override
    public void close() {
        producer.close();
    }
}
