package org.vigie.notifications.source;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.vigie.testing.time.TestClock;

/** Reads a list of records in one partition, and gives them again after a seek. Each poll takes a second of the clock. */
final class RepeatableConsumer<V> extends MockConsumer<String, V> {
    private final TopicPartition partition;
    private final List<ConsumerRecord<String, V>> log;
    private final long committed;
    private final TestClock clock;
    private boolean silent;

    /** @param committed number of records that were committed before; 0: the group has committed nothing */
    RepeatableConsumer(TopicPartition partition, List<ConsumerRecord<String, V>> log, long committed, TestClock clock) {
        super("none");
        this.partition = partition;
        this.log = log;
        this.clock = clock;
        updateEndOffsets(Map.of(partition, (long) log.size()));
        this.committed = committed;
    }

    /** Assigns the partitions, which forgets earlier commits, and commits again. */
    @Override
    public synchronized void assign(Collection<TopicPartition> partitions) {
        super.assign(partitions);
        if (committed > 0) {
            commitSync(Map.of(partition, new OffsetAndMetadata(committed)));
        }
    }

    /** Makes the broker give no records. */
    void fallSilent(boolean isSilent) {
        silent = isSilent;
    }

    @Override
    public synchronized ConsumerRecords<String, V> poll(Duration timeout) {
        clock.advance(Duration.ofSeconds(1));
        long position = position(partition);
        List<ConsumerRecord<String, V>> records = silent
                ? List.of()
                : log.stream().filter(record -> record.offset() >= position).toList();
        var next = new OffsetAndMetadata(position + records.size());
        seek(partition, next);
        return records.isEmpty()
                ? ConsumerRecords.empty()
                : new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, next));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
        Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
        times.forEach((asked, time) -> found.put(
                asked,
                log.stream()
                        .filter(record -> record.timestamp() >= time)
                        .findFirst()
                        .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                        .orElse(null)));
        return found;
    }
}
