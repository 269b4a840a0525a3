package org.vigie.analytics.rules;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Writes publications of alarm rules to {@code rules.published}. */
public final class RulePublisher implements AutoCloseable {
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final Topic<RulePublication> topic;
    private final Producer<String, RulePublication> producer;

    private RulePublisher(Topic<RulePublication> topic, Producer<String, RulePublication> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    public static RulePublisher open(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        Topic<RulePublication> topic = kafka.topics().rulesPublished();
        return new RulePublisher(
                topic,
                new KafkaClients(kafka)
                        .producer(new StringSerializer(), serdes.of(topic).serializer(), Map.of()));
    }

    /**
     * Publishes rules. It returns when the broker has them.
     *
     * @throws java.util.concurrent.CompletionException when the broker does not take them within 30 seconds
     */
    public void publish(RulePublication publication) {
        String key = "%06d".formatted(publication.getNumber());
        new AcknowledgedSender<>(producer)
                .send(new ProducerRecord<>(topic.name(), key, publication))
                .orTimeout(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        producer.close(ACKNOWLEDGED_WITHIN);
    }
}
