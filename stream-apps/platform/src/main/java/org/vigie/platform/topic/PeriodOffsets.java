package org.vigie.platform.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds the offsets between which partitions are read.
 *
 * @param begins offset of the first record of each partition that is read
 * @param ends offset after the last one
 * @param cut topics whose first records of the period may be missing, because the broker has deleted records up to the first one that is read, each
 *     with the append time of that record; of several partitions with the latest. A compacted topic is none of them
 */
record PeriodOffsets(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, Map<String, Instant> cut) {
    PeriodOffsets {
        begins = Map.copyOf(begins);
        ends = Map.copyOf(ends);
        cut = Map.copyOf(cut);
    }

    /** Asks the broker. */
    static PeriodOffsets find(
            Consumer<?, ?> consumer, List<TopicPeriod> topics, Collection<TopicPartition> partitions) {
        Map<String, TopicPeriod> byName =
                topics.stream().collect(Collectors.toMap(each -> each.topic().name(), Function.identity()));
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> begins = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        byPeriod(byName, partitions).forEach((period, ofPeriod) -> {
            begins.putAll(period.begins(consumer, ofPeriod));
            ends.putAll(period.ends(consumer, ofPeriod));
        });
        begins.replaceAll((partition, offset) ->
                of(partition.topic(), byName).isFromBeginning() ? oldest.getOrDefault(partition, 0L) : offset);
        Set<TopicPartition> cut = cut(byName, begins, oldest, consumer.endOffsets(partitions));
        return new PeriodOffsets(begins, ends, firstLeft(consumer, cut));
    }

    private static Map<PartitionPeriod, List<TopicPartition>> byPeriod(
            Map<String, TopicPeriod> topics, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        partition -> of(partition.topic(), topics).period()));
    }

    private static TopicPeriod of(String topic, Map<String, TopicPeriod> topics) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }

    /** A partition without a record says nothing: all of them may be older than the period. */
    private static Set<TopicPartition> cut(
            Map<String, TopicPeriod> topics,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> oldest,
            Map<TopicPartition, Long> newest) {
        return oldest.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getValue().equals(begins.get(each.getKey())))
                .filter(each -> each.getValue() < newest.getOrDefault(each.getKey(), 0L))
                .map(Map.Entry::getKey)
                .filter(partition -> !of(partition.topic(), topics).topic().compacted())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Instant> firstLeft(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> all = partitions.stream().collect(Collectors.toMap(each -> each, each -> 0L));
        Map<String, Instant> first = new TreeMap<>();
        consumer.offsetsForTimes(all).forEach((partition, found) -> {
            Instant time = found == null ? Instant.EPOCH : Instant.ofEpochMilli(found.timestamp());
            first.merge(partition.topic(), time, (one, other) -> one.isAfter(other) ? one : other);
        });
        return first;
    }
}
