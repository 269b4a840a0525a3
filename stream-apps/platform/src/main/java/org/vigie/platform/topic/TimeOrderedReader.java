package org.vigie.platform.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.schemas.topic.Topic;

/**
 * Reads the records of a period from several topics in the order in which the broker took them. Records with equal append times come in
 * the order in which their topics are named. A compacted topic is read from its beginning, because its older records are still in force, unless they are repeated in
 * the period.
 *
 * <p>It holds at most a few thousand records of each partition. Not safe for use by several threads.
 */
public final class TimeOrderedReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_HELD = 5_000;

    private final Consumer<byte[], byte[]> consumer;
    private final String broker;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> ends;
    private final PartitionMerge merge;
    private final Map<String, Instant> cut;

    TimeOrderedReader(
            Consumer<byte[], byte[]> consumer, String broker, InstantSource clock, List<TopicPeriod> periods) {
        this.consumer = consumer;
        this.broker = broker;
        this.clock = clock;
        List<? extends Topic<?>> topics =
                periods.stream().map(TopicPeriod::topic).toList();
        List<String> names = topics.stream().map(Topic::name).toList();
        var answers = new TopicPartitions(consumer, broker);
        List<TopicPartition> partitions = answers.of(topics);
        consumer.assign(partitions);
        var offsets = answers.ask(() -> PeriodOffsets.find(consumer, periods, partitions), names);
        ends = offsets.ends();
        cut = offsets.cut();
        merge = new PartitionMerge(partitions, names);
        positions.putAll(offsets.begins());
        positions.forEach(consumer::seek);
    }

    /**
     * Opens a reader of a period.
     *
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static TimeOrderedReader open(
            KafkaConnectionConfig kafka, List<? extends Topic<?>> topics, PartitionPeriod period) {
        return open(kafka, TopicPeriod.of(topics, period), Map.of());
    }

    /**
     * Opens a reader for somebody who waits.
     *
     * @param topics each with its own period
     * @param answer how long the broker may take for one answer
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static TimeOrderedReader open(KafkaConnectionConfig kafka, List<TopicPeriod> topics, Duration answer) {
        int most = Math.toIntExact(answer.toMillis());
        return open(kafka, topics, Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, most));
    }

    private static TimeOrderedReader open(
            KafkaConnectionConfig kafka, List<TopicPeriod> topics, Map<String, Object> settings) {
        var consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), settings);
        try {
            return new TimeOrderedReader(consumer, kafka.bootstrapServers(), InstantSource.system(), topics);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * Returns the topics whose first records of the period may be missing, because the broker has deleted records up to the first one that is
     * read. A compacted topic is none of them.
     */
    public Set<String> cut() {
        return cut.keySet();
    }

    /** Returns the append time of the first record that is left of each topic that is {@link #cut}; of several partitions the latest. */
    public Map<String, Instant> firstLeft() {
        return cut;
    }

    /** Returns how many records are left to read at most. A compacted topic has fewer. */
    public long remaining() {
        return ends.keySet().stream().mapToLong(this::remaining).sum();
    }

    private long remaining(TopicPartition partition) {
        return Math.max(0, ends.getOrDefault(partition, 0L) - positions.getOrDefault(partition, 0L));
    }

    /**
     * Hands over every record of the period.
     *
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void readAll(RawRecordHandler handler) {
        readAll(handler, () -> {});
    }

    /**
     * Hands over every record of the period.
     *
     * @param polled called after each question to the broker, also when no record came; it may throw to end the reading
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void readAll(RawRecordHandler handler, Runnable polled) {
        var progress = new PartitionReadProgress(positions, ends, broker, clock);
        while (remaining() > 0) {
            poll();
            polled.run();
            merge.handOver(this::isAtEnd, handler);
            progress.check();
        }
        merge.handOver(this::isAtEnd, handler);
    }

    private boolean isAtEnd(TopicPartition partition) {
        return remaining(partition) == 0;
    }

    /** Takes what has come. A partition that is far ahead of the others waits for them. */
    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < ends.getOrDefault(partition, 0L)) {
                merge.add(partition, record);
            }
        }
        // Some offsets hold no record, such as the gaps of a compacted topic.
        positions.replaceAll((partition, offset) -> consumer.position(partition));
        for (TopicPartition partition : ends.keySet()) {
            if (isAtEnd(partition) || merge.held(partition) >= MOST_HELD) {
                consumer.pause(Set.of(partition));
            } else {
                consumer.resume(Set.of(partition));
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
