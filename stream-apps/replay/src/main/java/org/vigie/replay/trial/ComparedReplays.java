package org.vigie.replay.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.analytics.AlarmReportBuilder;
import org.vigie.platform.topic.SequentialWorker;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Evaluates the same records with two rule sets at the same time: each has a topology, a clock and a thread of its own, and the caller goes
 * on reading meanwhile.
 */
public final class ComparedReplays implements AutoCloseable {
    /** Names of the threads, from which a benchmark knows them. */
    public static final String CURRENT_THREAD = "current-rules";

    public static final String TRIED_THREAD = "tried-rules";

    /** Bounds the records that are handed over together, and so the memory: the written entries are taken after each batch. */
    private static final int BATCH = 500;
    /** Batches by which the reading may be ahead. */
    private static final int MOST_WAITING = 4;

    private final ReplayWithThread current;
    private final ReplayWithThread tried;
    private List<RecordedRecord> batch = new ArrayList<>(BATCH);

    /** Holds the evaluation with one rule set, and its thread. */
    private record ReplayWithThread(AlertReplay replay, SequentialWorker worker) {
        void evaluate(List<RecordedRecord> records) {
            worker.run(() -> {
                records.forEach(replay::send);
                replay.collect();
            });
        }

        void close() {
            worker.close();
            replay.close();
        }
    }

    /**
     * @param serdes of a registry of its own, so that nothing is registered for the live topics
     * @param start older records are in force, and the clocks do not tick for them
     */
    public ComparedReplays(
            TopicCatalogue topics,
            AvroSerdes serdes,
            AlarmRuleCatalogue current,
            AlarmRuleCatalogue tried,
            StayWatchConfig watch,
            Instant start) {
        this.current = started(CURRENT_THREAD, new AlertReplay(topics, serdes, current, watch, start));
        this.tried = started(TRIED_THREAD, new AlertReplay(topics, serdes, tried, watch, start));
    }

    private static ReplayWithThread started(String name, AlertReplay replay) {
        return new ReplayWithThread(replay, new SequentialWorker(name, MOST_WAITING));
    }

    /**
     * Evaluates a record, perhaps later.
     *
     * @throws RuntimeException that the evaluation of an earlier record threw
     */
    public void take(RecordedRecord record) {
        batch.add(record);
        if (batch.size() == BATCH) {
            evaluate();
        }
    }

    private void evaluate() {
        List<RecordedRecord> full = batch;
        batch = new ArrayList<>(BATCH);
        current.evaluate(full);
        tried.evaluate(full);
    }

    /**
     * Waits until every record is evaluated.
     *
     * @throws RuntimeException that an evaluation threw
     */
    public void finish() {
        evaluate();
        current.worker().finish();
        tried.worker().finish();
    }

    /** Returns the alarms of the current rules. It is called after {@link #finish}. */
    AlarmReportBuilder current() {
        return current.replay().alarms();
    }

    /** Returns the alarms of the new rules. It is called after {@link #finish}. */
    AlarmReportBuilder tried() {
        return tried.replay().alarms();
    }

    @Override
    public void close() {
        current.close();
        tried.close();
    }
}
