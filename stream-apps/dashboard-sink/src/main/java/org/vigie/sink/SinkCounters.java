package org.vigie.sink;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;

/** Counts what the sink did since it started. A row that was written twice counts twice. */
public final class SinkCounters {
    private static final long NONE = Long.MAX_VALUE;
    private static final double MILLIS = 1000;

    private final Counter rows;
    private final Counter batches;
    private final Counter deadLetters;
    private final Counter quarantined;
    private final Counter retries;
    private final Gauge waiting;
    private final Gauge batchRows;
    private final Gauge delay;
    private long oldest = NONE;

    public SinkCounters(PrometheusRegistry registry) {
        rows = counter(registry, "vigie_sink_rows", "Rows that the store took.");
        batches = counter(registry, "vigie_sink_batches", "Batches whose offsets were committed.");
        deadLetters = counter(
                registry, "vigie_sink_dead_letters", "Rows that the store refused, and records that made no rows.");
        quarantined = counter(registry, "vigie_sink_records_quarantined", "Records that could not be read.");
        retries = counter(
                registry, "vigie_sink_retries", "Tries that failed because the store or the registry did not answer.");
        waiting =
                gauge(registry, "vigie_sink_waiting_rows", "Rows that were read and that the store does not have yet.");
        batchRows = gauge(registry, "vigie_sink_batch_rows", "Rows of the batch that was stored last.");
        delay = gauge(
                registry,
                "vigie_sink_delay_seconds",
                "Time from a record's append at the broker until the store had it, the longest of the last batch.");
    }

    private static Gauge gauge(PrometheusRegistry registry, String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).register(registry);
    }

    /** Rows that the store took. */
    public long rows() {
        return rows.getLongValue();
    }

    /** Batches whose offsets were committed. */
    public long batches() {
        return batches.getLongValue();
    }

    /** Rows that the store refused, and records that made no rows. */
    public long deadLetters() {
        return deadLetters.getLongValue();
    }

    /** Records that could not be read. */
    public long quarantined() {
        return quarantined.getLongValue();
    }

    /** Tries that failed because the store or the registry did not answer. */
    public long retries() {
        return retries.getLongValue();
    }

    /**
     * Keeps that a record was read.
     *
     * @param at when the broker took it, in milliseconds since 1970
     * @param rows that wait now
     */
    void read(long at, int rows) {
        oldest = Math.min(oldest, at);
        waiting.set(rows);
    }

    /** Counts a batch that the store has. */
    void stored(int stored, int refused, Instant now) {
        rows.inc(stored);
        deadLetters.inc(refused);
        batches.inc();
        batchRows.set(stored + refused);
        delay.set(oldest == NONE ? 0 : (now.toEpochMilli() - oldest) / MILLIS);
        oldest = NONE;
        waiting.set(0);
    }

    void refuse() {
        deadLetters.inc();
    }

    void quarantine() {
        quarantined.inc();
    }

    void retry() {
        retries.inc();
    }
}
