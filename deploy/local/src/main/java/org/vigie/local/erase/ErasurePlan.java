package org.vigie.local.erase;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Holds what becomes of each record that concerns the patient, by its place. */
final class ErasurePlan {
    private final Map<TopicPartition, Map<Long, RecordFate>> fates = new HashMap<>();
    private final SortedMap<String, Long> records = new TreeMap<>();
    private final Predicate<String> isStayList;

    /** @param isStayList is true for the topics from which the patient's stays are known */
    ErasurePlan(Predicate<String> isStayList) {
        this.isStayList = isStayList;
    }

    /** Adds the fate of a record; one that stays as it is needs no place in the plan. */
    void add(ConsumerRecord<byte[], byte[]> record, RecordFate fate) {
        if (fate.equals(RecordFate.KEPT)) {
            return;
        }
        fates.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), partition -> new HashMap<>())
                .put(record.offset(), fate);
        records.merge(record.topic(), 1L, Long::sum);
    }

    /**
     * Returns the fates of the records of each partition by their offset. The lists of stays come last: an erasure that was interrupted
     * still finds the stays when it is started again.
     */
    List<Map.Entry<TopicPartition, Map<Long, RecordFate>>> byPartition() {
        return fates.entrySet().stream()
                .sorted(Comparator.comparing(
                        partition -> isStayList.test(partition.getKey().topic())))
                .toList();
    }

    /** Returns how many records of each topic are removed or replaced. */
    SortedMap<String, Long> records() {
        return records;
    }
}
