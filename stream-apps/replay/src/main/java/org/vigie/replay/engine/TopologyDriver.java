package org.vigie.replay.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs a topology without a broker, with a clock that is set by hand. It keeps all records that the topology writes, changelogs too,
 * until they are drained.
 */
public final class TopologyDriver implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<String, byte[]>> outputs = new HashMap<>();
    private final boolean skipsCheckpoints;
    private Instant now;

    /**
     * @param name application id of the topology
     * @param start first time of the wall clock
     */
    public TopologyDriver(String name, Topology topology, Instant start) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        // Each record is given by the caller, so nothing is waited for. Kafka would ask each partition at each record,
        // and format a message for each answer.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        driver = new TopologyTestDriver(topology, properties, start);
        skipsCheckpoints = SkippedCheckpoints.of(driver);
        now = start;
    }

    /** Gives a record to the topology, which processes it at once. */
    public void send(String topic, String key, byte @Nullable [] value, Instant at) {
        send(topic, key, value, new RecordHeaders(), at);
    }

    /**
     * Gives a record with headers to the topology, which processes it at once. A record that cannot be decoded is left out and logged.
     *
     * @param value null for a deletion
     */
    public void send(String topic, String key, byte @Nullable [] value, Headers headers, Instant at) {
        inputs.computeIfAbsent(
                        topic, name -> driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(key, value, headers, at));
    }

    /** Returns the records that were written to a topic since the last call, keys as text. */
    public List<TestRecord<String, byte[]>> take(String topic) {
        return outputs.computeIfAbsent(
                        topic,
                        name -> driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer()))
                .readRecordsToList();
    }

    /** Returns true when no checkpoint is written after each record; else the topology runs more slowly. */
    boolean skipsCheckpoints() {
        return skipsCheckpoints;
    }

    /** Discards records that were not taken. */
    public void drain() {
        for (String topic : driver.producedTopicNames()) {
            take(topic);
        }
    }

    /** Sets the wall clock. A clock that is at this time or after it stays as it is. */
    public void advanceTo(Instant to) {
        if (to.isAfter(now)) {
            driver.advanceWallClockTime(Duration.between(now, to));
            now = to;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
