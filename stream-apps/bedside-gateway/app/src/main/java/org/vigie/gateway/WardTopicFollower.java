package org.vigie.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.fhir.rest.WardSnapshot;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Triage;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Follows the results of the ward on their topics: open alerts, and the newest triage and score of each stay. */
final class WardTopicFollower implements WardSnapshot, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WardTopicFollower.class);
    private static final long CLOSE_MILLIS = 2_000;

    private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<String, Triage> triage = new ConcurrentHashMap<>();
    private final Map<String, RiskScore> scores = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private volatile boolean closed;

    private WardTopicFollower(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        TopicCatalogue topics = kafka.topics();
        threads = List.of(
                thread(kafka, serdes, topics.alertsCurrent(), this::alert),
                thread(kafka, serdes, topics.triageCurrent(), (stay, level) -> newest(triage, stay, level)),
                thread(kafka, serdes, topics.scoresSurvival(), (stay, score) -> newest(scores, stay, score)));
    }

    static WardTopicFollower start(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        var ward = new WardTopicFollower(kafka, serdes);
        ward.threads.forEach(Thread::start);
        return ward;
    }

    @Override
    public Collection<Alert> alerts() {
        return alerts.values();
    }

    @Override
    public Collection<Triage> triage() {
        return triage.values();
    }

    @Override
    public Collection<RiskScore> scores() {
        return scores.values();
    }

    private void alert(String key, Alert alert) {
        newest(alerts, key, alert == null || alert.getState() == AlertState.CLEARED ? null : alert);
    }

    private static <V> void newest(Map<String, V> known, String key, V value) {
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
    }

    private <V extends SpecificRecord> Thread thread(
            KafkaConnectionConfig kafka, AvroSerdes serdes, Topic<V> topic, BiConsumer<String, V> taker) {
        return new Thread(() -> follow(kafka, serdes, topic, taker), "board " + topic.name());
    }

    /** Follows a topic. While it cannot be read, its last known values are kept. */
    private <V extends SpecificRecord> void follow(
            KafkaConnectionConfig kafka, AvroSerdes serdes, Topic<V> topic, BiConsumer<String, V> taker) {
        try (var reader = new GatewayTopicReader<>(kafka, serdes, topic)) {
            while (!closed) {
                try {
                    reader.poll(taker);
                } catch (KafkaException e) {
                    LOG.warn("{} cannot be read: {}", topic.name(), e.getMessage());
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
