package org.vigie.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/**
 * Configures the topics that {@code ./vigie topics} creates and checks.
 *
 * @param replicationFactor copies of each record: 3 where there are three brokers
 * @param minInsyncReplicas copies that must exist before a record counts as stored; 0: one less than {@code replicationFactor}, at least 1
 * @param retention how long a topic's records are kept, by noun and state of the topic; topics that are not named keep the catalogue's time
 */
public record TopicsConfig(
        KafkaConnectionConfig kafka, short replicationFactor, int minInsyncReplicas, Map<String, Duration> retention) {
    public TopicsConfig {
        if (replicationFactor < 1) {
            throw new IllegalArgumentException("replicationFactor: must be positive, was " + replicationFactor);
        }
        if (minInsyncReplicas < 0 || minInsyncReplicas > replicationFactor) {
            throw new IllegalArgumentException("minInsyncReplicas: must be 0 to replicationFactor (" + replicationFactor
                    + "), was " + minInsyncReplicas);
        }
        retention = Map.copyOf(retention);
        refuseUnknown(kafka, retention);
        retention.forEach(TopicsConfig::refuseTooShort);
    }

    public static TopicsConfig defaults() {
        return new TopicsConfig(KafkaConnectionConfig.defaults(), (short) 1, 0, Map.of());
    }

    /** Returns the request for each topic of the catalogue. */
    public List<NewTopic> topics() {
        return kafka.topics().all().stream().map(this::newTopic).toList();
    }

    private NewTopic newTopic(Topic<?> topic) {
        Duration kept = retention.getOrDefault(word(kafka, topic), topic.retention());
        NewTopic requested = topic.withRetention(kept).toNewTopic(replicationFactor);
        if (replicationFactor == 1) {
            return requested;
        }
        Map<String, String> settings = new HashMap<>(requested.configs());
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(insyncReplicas()));
        return requested.configs(settings);
    }

    private int insyncReplicas() {
        return minInsyncReplicas > 0 ? minInsyncReplicas : replicationFactor - 1;
    }

    private static void refuseUnknown(KafkaConnectionConfig kafka, Map<String, Duration> retention) {
        var known = new TreeSet<String>();
        kafka.topics().all().forEach(topic -> known.add(word(kafka, topic)));
        for (String topic : new TreeMap<>(retention).keySet()) {
            if (!known.contains(topic)) {
                throw new IllegalArgumentException("retention." + topic + ": unknown topic, expected one of " + known);
            }
        }
    }

    private static void refuseTooShort(String topic, Duration kept) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("retention." + topic + ": must be positive, was " + kept);
        }
    }

    /** Returns noun and state: {@code observations.raw}. */
    private static String word(KafkaConnectionConfig kafka, Topic<?> topic) {
        return topic.name().substring(("vigie." + kafka.namespace() + ".").length());
    }
}
