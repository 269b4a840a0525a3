package org.vigie.schemas.topic;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Describes a Kafka topic with its settings. Keys are text; values are Avro in the Confluent wire format.
 *
 * <p>Every topic uses the broker's append time. Event time can be days in the past (a recording) or in the future (a wrong clock). With
 * event time the broker would then delete or refuse the record.
 *
 * @param name full name with its namespace
 * @param value class of the topic's records
 * @param partitions number of partitions
 * @param retention how long a record is kept; in a compacted topic, how long a deletion is kept
 * @param compacted true when only the newest record of each key is kept; older ones are kept for {@code retention}, so that an earlier
 *     situation can be read
 */
public record Topic<V extends SpecificRecord>(
        String name, Class<V> value, int partitions, Duration retention, boolean compacted) implements Serializable {
    private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ".partitions: must be positive, was " + partitions);
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException(name + ".retention: must be positive, was " + retention);
        }
    }

    /** Returns the same topic whose records are kept for another time. */
    public Topic<V> withRetention(Duration other) {
        return new Topic<>(name, value, partitions, other, compacted);
    }

    /** Returns the request with which an administrator creates the topic. */
    public NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(configuration());
    }

    /** A broker deletes whole segments only, so that a record may stay for one segment longer than the retention. */
    private Duration segment() {
        return retention.compareTo(LONGEST_SEGMENT) < 0 ? retention : LONGEST_SEGMENT;
    }

    private Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (compacted) {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configuration.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            configuration.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(retention.toMillis()));
        } else {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            configuration.put(
                    TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment().toMillis()));
        }
        return Map.copyOf(configuration);
    }
}
