package org.vigie.platform.topic;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final Set<String> cut;

    TimeOrderedReader(
            Consumer<byte[], byte[]> consumer,
            String broker,
            InstantSource clock,
            List<? extends Topic<?>> topics,
            PartitionPeriod period) {
        this.consumer = consumer;
        this.broker = broker;
        this.clock = clock;
        List<String> names = topics.stream().map(Topic::name).toList();
        var answers = new TopicPartitions(consumer, broker);
        List<TopicPartition> partitions = answers.of(topics);
        ends = answers.ask(() -> period.ends(consumer, partitions), names);
        merge = new PartitionMerge(partitions, names);
        consumer.assign(partitions);
        Map<TopicPartition, Long> oldest = answers.ask(() -> consumer.beginningOffsets(partitions), names);
        positions.putAll(answers.ask(() -> begins(topics, partitions, period, oldest), names));
        cut = cut(topics, oldest);
        positions.forEach(consumer::seek);
    }

    /**
     * Opens a reader of a period.
     *
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static TimeOrderedReader open(
            KafkaConnectionConfig kafka, List<? extends Topic<?>> topics, PartitionPeriod period) {
        return open(kafka, topics, period, Map.of());
    }

    /**
     * Opens a reader of a period for somebody who waits.
     *
     * @param answer how long the broker may take for one answer
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static TimeOrderedReader open(
            KafkaConnectionConfig kafka, List<? extends Topic<?>> topics, PartitionPeriod period, Duration answer) {
        return open(
                kafka,
                topics,
                period,
                Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(answer.toMillis())));
    }

    private static TimeOrderedReader open(
            KafkaConnectionConfig kafka,
            List<? extends Topic<?>> topics,
            PartitionPeriod period,
            Map<String, Object> settings) {
        var consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), settings);
        try {
            return new TimeOrderedReader(consumer, kafka.bootstrapServers(), InstantSource.system(), topics, period);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private Map<TopicPartition, Long> begins(
            List<? extends Topic<?>> topics,
            List<TopicPartition> partitions,
            PartitionPeriod period,
            Map<TopicPartition, Long> oldest) {
        Set<String> compacted = topics.stream()
                .filter(topic -> topic.compacted() && !period.repeated())
                .map(Topic::name)
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> begins = new HashMap<>(period.begins(consumer, partitions));
        oldest.forEach((partition, offset) -> {
            if (compacted.contains(partition.topic())) {
                begins.put(partition, offset);
            }
        });
        return begins;
    }

    /** Names the topics that begin with the oldest record which is left of more. */
    private Set<String> cut(List<? extends Topic<?>> topics, Map<TopicPartition, Long> oldest) {
        Set<String> deleting = topics.stream()
                .filter(topic -> !topic.compacted())
                .map(Topic::name)
                .collect(Collectors.toSet());
        return oldest.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getValue().equals(positions.get(each.getKey())))
                .map(each -> each.getKey().topic())
                .filter(deleting::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the topics whose first records of the period may be missing, because the broker has deleted records up to the first one that is
     * read. A compacted topic is none of them.
     */
    public Set<String> cut() {
        return Set.copyOf(cut);
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
