package org.vigie.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Truth;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.simulator.ward.ScheduledRecord;

/**
 * Publishes the records of each bed in their order and without a gap.
 *
 * <p>A record is sent again until the broker stored it. The newest record of a bed in the topic therefore shows how far the bed was played.
 */
final class SimulatedRecordPublisher implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final TopicCatalogue topics;
    private final PublishedCounter published;
    private final Producer<String, byte[]> producer;
    private final Serializer<Observation> observations;
    private final Serializer<BedStays> stays;
    private final Serializer<Truth> truths;
    private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    SimulatedRecordPublisher(KafkaConnectionConfig kafka, AvroSerdes serdes, PublishedCounter published) {
        this.topics = kafka.topics();
        this.published = published;
        observations = serdes.of(topics.observationsRaw()).serializer();
        stays = serdes.of(topics.staysCurrent()).serializer();
        truths = serdes.of(topics.truthEvents()).serializer();
        producer = new KafkaClients(kafka)
                .producer(
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        Map.of(
                                ProducerConfig.LINGER_MS_CONFIG,
                                2,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                64 << 10,
                                ProducerConfig.BUFFER_MEMORY_CONFIG,
                                16L << 20,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE));
    }

    /** @throws KafkaException when the broker finally refused an earlier record */
    void send(ScheduledRecord scheduled) {
        refuseAfterFailure();
        if (scheduled.value() instanceof Observation observation) {
            send(
                    topics.observationsRaw(),
                    observations,
                    scheduled.bed(),
                    observation,
                    observation.getReadings().size());
        } else if (scheduled.value() instanceof BedStays bedStays) {
            send(topics.staysCurrent(), stays, scheduled.bed(), bedStays, 0);
        } else {
            send(topics.truthEvents(), truths, scheduled.bed(), (Truth) scheduled.value(), 0);
        }
    }

    private <V extends SpecificRecord> void send(
            Topic<V> topic, Serializer<V> serializer, String bed, V value, int readings) {
        byte[] bytes = serializer.serialize(topic.name(), value);
        boolean raw = topic.equals(topics.observationsRaw());
        var unused = producer.send(new ProducerRecord<>(topic.name(), bed, bytes), (metadata, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            } else if (raw) {
                offsets.merge(metadata.partition(), next(metadata), Math::max);
                published.add(readings);
            }
        });
    }

    private static long next(RecordMetadata metadata) {
        return metadata.offset() + 1;
    }

    /** Waits until the broker stored everything that was sent. */
    void flush() {
        producer.flush();
        refuseAfterFailure();
    }

    /** Returns the next offset of each partition of the raw topic that was written to. */
    Map<Integer, Long> offsets() {
        return new TreeMap<>(offsets);
    }

    private void refuseAfterFailure() {
        Exception refused = failure.get();
        if (refused != null) {
            throw new KafkaException(
                    "the broker refused an earlier record; nothing more is sent on this connection", refused);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
