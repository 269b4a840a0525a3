package org.vigie.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.vigie.sink.row.StoreRow;

/** Holds the rows of records that were read and whose offsets are not committed yet. */
final class RowBatch {
    private final int enough;
    private final Duration linger;
    private final List<StoreRow> rows = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    private Instant due = Instant.MAX;

    /** Creates a batch that is due when it holds {@code enough} rows, or {@code linger} after its first record. */
    RowBatch(int enough, Duration linger) {
        this.enough = enough;
        this.linger = linger;
    }

    /** Adds the rows of one record. A record without rows counts too, since its offset is to be committed. */
    void add(ConsumerRecord<?, ?> record, List<StoreRow> ofRecord, Instant now) {
        if (due.equals(Instant.MAX)) {
            due = now.plus(linger);
        }
        rows.addAll(ofRecord);
        next.put(
                new TopicPartition(record.topic(), record.partition()),
                new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }

    boolean isDue(Instant now) {
        return rows.size() >= enough || !now.isBefore(due);
    }

    /** Returns the longest wait for the next record. */
    Duration pollTimeout(Instant now) {
        Duration left = due.equals(Instant.MAX) ? linger : Duration.between(now, due);
        return left.isNegative() ? Duration.ZERO : left;
    }

    int size() {
        return rows.size();
    }

    List<StoreRow> rows() {
        return List.copyOf(rows);
    }

    /** Returns the offsets to commit: of each partition the one after its last added record. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return Map.copyOf(next);
    }

    void clear() {
        rows.clear();
        next.clear();
        due = Instant.MAX;
    }
}
