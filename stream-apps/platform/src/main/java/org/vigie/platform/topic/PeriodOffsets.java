package org.vigie.platform.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds the offsets between which partitions are read.
 *
 * @param begins offset of the first record of each partition that is read
 * @param ends offset after the last one
 * @param cut topics whose first records of the period may be missing, because the broker has deleted records up to the first one that is read. A
 *     compacted topic is none of them
 */
record PeriodOffsets(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, Set<String> cut) {
    PeriodOffsets {
        begins = Map.copyOf(begins);
        ends = Map.copyOf(ends);
        cut = Set.copyOf(cut);
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
        return new PeriodOffsets(begins, ends, cut(byName, begins, oldest, consumer.endOffsets(partitions)));
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
    private static Set<String> cut(
            Map<String, TopicPeriod> topics,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> oldest,
            Map<TopicPartition, Long> newest) {
        return oldest.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getValue().equals(begins.get(each.getKey())))
                .filter(each -> each.getValue() < newest.getOrDefault(each.getKey(), 0L))
                .map(each -> each.getKey().topic())
                .filter(name -> !of(name, topics).topic().compacted())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
