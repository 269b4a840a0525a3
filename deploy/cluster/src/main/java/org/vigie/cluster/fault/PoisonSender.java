package org.vigie.cluster.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/** Writes a record that nobody can read to each topic that an app reads. */
record PoisonSender(KafkaConnectionConfig kafka) {
    private static final byte[] POISON = "no Avro record".getBytes(StandardCharsets.UTF_8);

    /** Returns the topics without poison: only alert-streams may write to its ledger, and no app reads the truth. */
    private Set<Topic<?>> leftOut() {
        return Set.of(kafka.topics().alertsLedger(), kafka.topics().truthEvents());
    }

    /** Writes one record to each topic and returns when the broker has all of them. */
    void send() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic<?> topic : poisoned()) {
                var unused = producer.send(new ProducerRecord<>(topic.name(), POISON, POISON));
            }
            producer.flush();
        }
    }

    List<Topic<?>> poisoned() {
        Set<Topic<?>> leftOut = leftOut();
        return kafka.topics().all().stream()
                .<Topic<?>>map(topic -> topic)
                .filter(topic -> !leftOut.contains(topic))
                .toList();
    }
}
