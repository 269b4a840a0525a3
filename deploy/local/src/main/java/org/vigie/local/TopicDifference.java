package org.vigie.local;

/**
 * Describes one setting of a topic that differs from the configuration.
 *
 * @param setting by Kafka's name: partitions, replication factor, or a configuration such as {@code retention.ms}
 */
public record TopicDifference(String topic, String setting, String expected, String actual) {
    @Override
    public String toString() {
        return topic + ": " + setting + ": expected " + expected + ", was " + actual;
    }
}
