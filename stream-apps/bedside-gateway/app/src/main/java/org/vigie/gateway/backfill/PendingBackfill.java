package org.vigie.gateway.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Sealed;

/** Collects the readings that were sent since the progress of a run was noted last. */
final class PendingBackfill {
    private final BackfillRun run;
    private final Map<String, Long> read;
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();

    PendingBackfill(BackfillRun run) {
        this.run = run;
        this.read = new TreeMap<>(run.positions());
    }

    void add(TopicRecord<Sealed> record, CompletableFuture<Void> sending) {
        sent.add(sending);
        read.put(Integer.toString(record.partition()), record.offset() + 1);
    }

    int size() {
        return sent.size();
    }

    /** Waits until the broker has all readings, and advances the run behind them. */
    void end() {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sent.clear();
        run.positions().putAll(read);
    }
}
