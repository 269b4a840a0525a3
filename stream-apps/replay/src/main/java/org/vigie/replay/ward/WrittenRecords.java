package org.vigie.replay.ward;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.topic.Topic;

/**
 * Passes on the records of the period and counts them. Of the warm-up only compacted topics are written, because their newest records are
 * in force at the start of the period.
 */
final class WrittenRecords implements Consumer<RecordedRecord> {
    private final Set<String> compacted;
    private final int prefix;
    private final Instant from;
    private final Consumer<RecordedRecord> writer;
    private final Map<String, Long> counts = new TreeMap<>();

    WrittenRecords(ReplayNamespace namespace, Instant from, Consumer<RecordedRecord> writer) {
        this.compacted = namespace.written().stream()
                .filter(Topic::compacted)
                .map(Topic::name)
                .collect(Collectors.toUnmodifiableSet());
        this.prefix = namespace.topicPrefix().length();
        this.from = from;
        this.writer = writer;
    }

    @Override
    public void accept(RecordedRecord record) {
        if (compacted.contains(record.topic()) || !record.at().isBefore(from)) {
            writer.accept(record);
            counts.merge(record.topic().substring(prefix), 1L, Long::sum);
        }
    }

    /** Returns the number of records by topic, without the prefix of the namespace. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
