package org.vigie.platform.topic;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/**
 * Reads partitions of one or several topics as bytes, without a consumer group. A record whose handler fails is read again: nothing is
 * skipped. Not safe for use by several threads.
 */
public final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Comparator<TopicPartition> IN_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Consumer<byte[], byte[]> consumer;
    private final String broker;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    PartitionReader(Consumer<byte[], byte[]> consumer, String broker, InstantSource clock) {
        this.consumer = consumer;
        this.broker = broker;
        this.clock = clock;
    }

    /** Handles one record; what it throws leaves the reader before this record. */
    @FunctionalInterface
    public interface RawRecordHandler {
        void handle(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Reads partitions from these offsets on.
     *
     * @param clientId names the reader in the broker's log and metrics
     */
    public static PartitionReader from(
            KafkaConnectionConfig kafka, String clientId, Map<TopicPartition, Long> offsets) {
        var reader = open(kafka, Map.of(ConsumerConfig.CLIENT_ID_CONFIG, clientId));
        reader.assign(offsets);
        return reader;
    }

    /**
     * Reads all partitions of these topics from their beginning.
     *
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static PartitionReader fromBeginning(KafkaConnectionConfig kafka, Collection<? extends Topic<?>> topics) {
        var reader = open(kafka, Map.of());
        return reader.startAt(topics, reader.consumer::beginningOffsets);
    }

    /**
     * Reads what comes into these topics from now on.
     *
     * @throws TopicUnavailableException when the broker or a topic cannot be reached
     */
    public static PartitionReader fromEnd(KafkaConnectionConfig kafka, Collection<? extends Topic<?>> topics) {
        var reader = open(kafka, Map.of());
        return reader.startAt(topics, reader.consumer::endOffsets);
    }

    private static PartitionReader open(KafkaConnectionConfig kafka, Map<String, Object> settings) {
        var consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), settings);
        return new PartitionReader(consumer, kafka.bootstrapServers(), InstantSource.system());
    }

    PartitionReader startAt(
            Collection<? extends Topic<?>> topics,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> offsets) {
        try {
            List<TopicPartition> partitions = broker().of(topics);
            consumer.assign(partitions);
            List<String> names = topics.stream().map(Topic::name).toList();
            assign(broker().ask(() -> offsets.apply(partitions), names));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    void assign(Map<TopicPartition, Long> offsets) {
        consumer.assign(offsets.keySet());
        offsets.forEach(this::seek);
    }

    /** Continues at this offset. */
    public void seek(TopicPartition partition, long offset) {
        next.put(partition, offset);
        consumer.seek(partition, offset);
    }

    /** Returns the offset of the next record of each partition. */
    public Map<TopicPartition, Long> positions() {
        return Map.copyOf(next);
    }

    /** Returns the offset after the last record that each partition has now. */
    public Map<TopicPartition, Long> ends() {
        return broker().ask(() -> consumer.endOffsets(next.keySet()), topics());
    }

    private TopicPartitions broker() {
        return new TopicPartitions(consumer, broker);
    }

    /** Hands over what has come, after a short wait for it. */
    public void poll(RawRecordHandler handler) {
        pollWhile(always(handler));
    }

    /**
     * Reads to the end that the partitions have now. Records that come meanwhile may be handed over too.
     *
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void readToEnd(RawRecordHandler handler) {
        readTo(ends(), always(handler));
    }

    /**
     * Reads one partition after the other to the end that it has now, until the handler has seen enough.
     *
     * @param goesOn returns false to stop
     * @return false when it was stopped
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public boolean readInTurnWhile(Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        List<TopicPartition> all = next.keySet().stream().sorted(IN_ORDER).toList();
        Map<TopicPartition, Long> ends = ends();
        boolean whole = true;
        for (TopicPartition partition : all) {
            consumer.pause(all);
            consumer.resume(Set.of(partition));
            whole = whole && readTo(Map.of(partition, ends.getOrDefault(partition, 0L)), goesOn);
        }
        consumer.resume(all);
        return whole;
    }

    private boolean readTo(Map<TopicPartition, Long> ends, Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        var progress = new PartitionReadProgress(next, ends, broker, clock);
        while (!progress.isAtEnd()) {
            if (!pollWhile(goesOn)) {
                return false;
            }
            progress.check();
        }
        return true;
    }

    private boolean pollWhile(Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        boolean isWhole = false;
        try {
            isWhole = handled(consumer.poll(POLL), goesOn);
        } finally {
            if (!isWhole) {
                next.forEach(consumer::seek);
            }
        }
        // Some offsets hold no record, such as the gaps of a compacted topic.
        next.replaceAll((partition, offset) -> Math.max(offset, consumer.position(partition)));
        return isWhole;
    }

    private boolean handled(
            Iterable<ConsumerRecord<byte[], byte[]>> records, Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (!goesOn.test(record)) {
                return false;
            }
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        return true;
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> always(RawRecordHandler handler) {
        return record -> {
            handler.handle(record);
            return true;
        };
    }

    private Set<String> topics() {
        var names = new TreeSet<String>();
        next.keySet().forEach(partition -> names.add(partition.topic()));
        return names;
    }

    /** Stops reading the partitions that have reached these ends. @return true when all have */
    boolean leaveReached(Map<TopicPartition, Long> ends) {
        List<TopicPartition> reached = next.entrySet().stream()
                .filter(position -> position.getValue() >= ends.getOrDefault(position.getKey(), Long.MAX_VALUE))
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(reached);
        return reached.size() == next.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
