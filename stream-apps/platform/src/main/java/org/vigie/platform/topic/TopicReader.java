package org.vigie.platform.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/**
 * Reads one topic to its end or follows it, without a consumer group. A record whose handler fails is read again. Not safe for use by
 * several threads.
 */
public final class TopicReader<V extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private final Topic<V> topic;
    private final Deserializer<V> values;
    private final PartitionReader partitions;

    TopicReader(Topic<V> topic, Deserializer<V> values, PartitionReader partitions) {
        this.topic = topic;
        this.values = values;
        this.partitions = partitions;
    }

    /**
     * Reads the topic from its beginning.
     *
     * @throws TopicUnavailableException when the broker or the topic cannot be reached
     */
    public static <V extends SpecificRecord> TopicReader<V> fromBeginning(
            KafkaConnectionConfig kafka, AvroSerdes serdes, Topic<V> topic) {
        return new TopicReader<>(
                topic, serdes.of(topic).deserializer(), PartitionReader.fromBeginning(kafka, List.of(topic)));
    }

    /**
     * Reads what comes into the topic from now on.
     *
     * @throws TopicUnavailableException when the broker or the topic cannot be reached
     */
    public static <V extends SpecificRecord> TopicReader<V> fromEnd(
            KafkaConnectionConfig kafka, AvroSerdes serdes, Topic<V> topic) {
        return new TopicReader<>(
                topic, serdes.of(topic).deserializer(), PartitionReader.fromEnd(kafka, List.of(topic)));
    }

    /** Continues at these offsets by partition. Other partitions, and offsets that the topic no longer has, stay as they are. */
    public void seek(Map<Integer, Long> offsets) {
        Map<Integer, Long> begins = positions();
        Map<TopicPartition, Long> ends = partitions.ends();
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition.partition(), 0L);
            long wanted = Math.max(begin, offsets.getOrDefault(partition.partition(), begin));
            partitions.seek(partition, Math.min(wanted, end));
        });
    }

    /** Returns the offset of the next record of each partition. */
    public Map<Integer, Long> positions() {
        return partitions.positions().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        position -> position.getKey().partition(), Map.Entry::getValue));
    }

    /**
     * Reads to the end that the topic has now. Records that come meanwhile may be handed over too.
     *
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void readToEnd(Consumer<TopicRecord<V>> handler) {
        partitions.readToEnd(record -> handler.accept(TopicRecord.read(record, values)));
    }

    /**
     * Restores what an app knew before its start. Reads to the end that the topic has now. A record that cannot be read is handed over
     * as a deletion of its key, because what it replaced is no longer true. The log names its place.
     *
     * @param handler takes a key and its value; empty for a deletion
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void restore(BiConsumer<String, Optional<V>> handler) {
        readToEnd(record -> {
            if (record.isUnreadable()) {
                LOG.error("{} cannot be read: what stands under its key is unknown after this start", record.place());
            }
            handler.accept(record.key(), record.readableValue());
        });
    }

    /**
     * Reads one partition after the other to the end that it has now, until the handler has seen enough.
     *
     * @param goesOn returns false to stop
     * @throws TopicUnavailableException when the broker gives nothing for 30 seconds before the end is reached
     */
    public void readInTurnWhile(Predicate<TopicRecord<V>> goesOn) {
        partitions.readInTurnWhile(record -> goesOn.test(TopicRecord.read(record, values)));
    }

    /**
     * Reads the newest value of each key that is not deleted, sorted by key.
     *
     * @throws org.vigie.schemas.serde.UnreadableRecordException when a record cannot be read
     */
    public Map<String, V> readNewest() {
        var newest = new TreeMap<String, V>();
        readToEnd(record -> record.value()
                .ifPresentOrElse(value -> newest.put(record.key(), value), () -> newest.remove(record.key())));
        return newest;
    }

    /** Follows the topic on a thread named after it and closes this reader at the end. */
    public PartitionFollower follow(Consumer<TopicRecord<V>> handler) {
        return PartitionFollower.start(
                "follow " + topic.name(),
                partitions,
                record -> handler.accept(TopicRecord.read(record, values)),
                failing -> {});
    }

    @Override
    public void close() {
        partitions.close();
    }
}
