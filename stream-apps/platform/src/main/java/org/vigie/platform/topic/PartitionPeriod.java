package org.vigie.platform.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the offsets of the records that a broker took in a period.
 *
 * @param from append time of the first record (inclusive)
 * @param to append time of the last record (exclusive)
 * @param repeated whether each key that is in force was written again in the period, so that a compacted topic needs no older record
 */
public record PartitionPeriod(Instant from, Instant to, boolean repeated) {
    public PartitionPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the end " + to + " must be after the start " + from);
        }
    }

    /** Creates a period before which records of a compacted topic may be in force. */
    public PartitionPeriod(Instant from, Instant to) {
        this(from, to, false);
    }

    /** Returns the same period for topics in which each key is written again and again. */
    public PartitionPeriod ofRepeated() {
        return new PartitionPeriod(from, to, true);
    }

    /** Returns the offset of the first record of each partition in the period; its present end when it has none. */
    Map<TopicPartition, Long> begins(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return at(from, consumer, partitions);
    }

    /** Returns the offset after the last record of each partition in the period. */
    Map<TopicPartition, Long> ends(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return at(to, consumer, partitions);
    }

    private static Map<TopicPartition, Long> at(
            Instant time, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(each -> each, each -> time.toEpochMilli()));
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                consumer.offsetsForTimes(times).entrySet()) {
            if (found.getValue() != null) {
                offsets.put(found.getKey(), found.getValue().offset());
            }
        }
        return offsets;
    }
}
