package org.vigie.schemas.topic;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic. Keys are text; values are Avro in the Confluent wire format. Every topic keeps the broker's append time, since event
 * time may lie days back (a recording) or ahead (a wrong clock) and would else delete or refuse the record.
 *
 * @param name full name with its namespace
 * @param value the record that travels in it
 * @param retention how long a record is kept; for a compacted topic, how long a deletion is
 * @param compacted true when only the newest record of a key is kept
 */
public record Topic<V extends SpecificRecord>(
        String name, Class<V> value, int partitions, Duration retention, boolean compacted) implements Serializable {

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ".partitions: must be positive, was " + partitions);
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException(name + ".retention: must be positive, was " + retention);
        }
    }

    /** As an administrator creates it. */
    public NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(configuration());
    }

    private Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (compacted) {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configuration.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        } else {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        return Map.copyOf(configuration);
    }
}
