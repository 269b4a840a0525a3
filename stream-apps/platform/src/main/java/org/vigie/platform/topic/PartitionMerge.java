package org.vigie.platform.topic;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;

/** Merges the records of several partitions by append time. Each partition gives its records in this order already. */
final class PartitionMerge {
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();
    private final PriorityQueue<ConsumerRecord<byte[], byte[]>> oldest;

    /** @param topics names in the order in which records with equal times are handed over */
    PartitionMerge(Collection<TopicPartition> partitions, List<String> topics) {
        partitions.forEach(partition -> held.put(partition, new ArrayDeque<>()));
        oldest = new PriorityQueue<>(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(record -> topics.indexOf(record.topic()))
                .thenComparingInt(ConsumerRecord::partition));
    }

    void add(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        Deque<ConsumerRecord<byte[], byte[]>> records = of(partition);
        records.add(record);
        if (records.size() == 1) {
            oldest.add(record);
        }
    }

    int held(TopicPartition partition) {
        return of(partition).size();
    }

    /**
     * Hands over the oldest records, as long as each partition that is not at its end has one to compare.
     *
     * @param isAtEnd true for a partition from which no more records come
     */
    void handOver(Predicate<TopicPartition> isAtEnd, RawRecordHandler handler) {
        boolean waits =
                held.entrySet().stream().anyMatch(each -> each.getValue().isEmpty() && !isAtEnd.test(each.getKey()));
        while (!waits && !oldest.isEmpty()) {
            ConsumerRecord<byte[], byte[]> record = oldest.remove();
            var partition = new TopicPartition(record.topic(), record.partition());
            Deque<ConsumerRecord<byte[], byte[]>> records = of(partition);
            records.remove();
            if (!records.isEmpty()) {
                oldest.add(records.element());
            }
            waits = records.isEmpty() && !isAtEnd.test(partition);
            handler.handle(record);
        }
    }

    private Deque<ConsumerRecord<byte[], byte[]>> of(TopicPartition partition) {
        return held.computeIfAbsent(partition, unknown -> new ArrayDeque<>());
    }
}
