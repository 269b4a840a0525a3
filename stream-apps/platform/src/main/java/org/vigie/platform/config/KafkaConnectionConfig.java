package org.vigie.platform.config;

import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Configures the broker and the topics of an app.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param registryUrl of the schema registry
 * @param namespace topics are named {@code vigie.<namespace>.<noun>.<state>}
 * @param partitions of every topic
 */
public record KafkaConnectionConfig(String bootstrapServers, String registryUrl, String namespace, int partitions) {
    public KafkaConnectionConfig {
        if (!bootstrapServers.matches("[^,\\s]+:\\d+(,[^,\\s]+:\\d+)*")) {
            throw new IllegalArgumentException(
                    "kafka.bootstrapServers: must be host:port, several with commas, was '" + bootstrapServers + "'");
        }
        if (!registryUrl.matches("https?://.+")) {
            throw new IllegalArgumentException(
                    "kafka.registryUrl: must begin with http:// or https://, was '" + registryUrl + "'");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("kafka.partitions: must be positive, was " + partitions);
        }
        TopicCatalogue.in(namespace, partitions);
    }

    public static KafkaConnectionConfig defaults() {
        return new KafkaConnectionConfig("127.0.0.1:19092", "http://127.0.0.1:18081", "ward", 4);
    }

    public TopicCatalogue topics() {
        return TopicCatalogue.in(namespace, partitions);
    }
}
