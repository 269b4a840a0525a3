package org.vigie.gateway.play;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Holds the topics of a ward that a player needs. Every send returns once the broker has the record. */
final class PlaybackTopics implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaConnectionConfig kafka;
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final Producer<String, byte[]> producer;

    PlaybackTopics(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.serdes = new AvroSerdes(kafka.registry());
        this.producer = new KafkaClients(kafka).producer(new StringSerializer(), new ByteArraySerializer(), Map.of());
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

    /** Returns the patients who are and were on a bed; empty when no record names the bed. */
    Optional<BedStays> stays(String bed) {
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topics.staysCurrent())) {
            return Optional.ofNullable(reader.readNewest().get(bed));
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
