package org.vigie.sink;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts what the sink did since it started. A row that was written twice counts twice. */
public final class SinkCounters {
    private final Counter rows;
    private final Counter batches;
    private final Counter deadLetters;
    private final Counter quarantined;
    private final Counter retries;

    public SinkCounters(PrometheusRegistry registry) {
        rows = counter(registry, "vigie_sink_rows", "Rows that the store took.");
        batches = counter(registry, "vigie_sink_batches", "Batches whose offsets were committed.");
        deadLetters = counter(
                registry, "vigie_sink_dead_letters", "Rows that the store refused, and records that made no rows.");
        quarantined = counter(registry, "vigie_sink_records_quarantined", "Records that could not be read.");
        retries = counter(
                registry, "vigie_sink_retries", "Tries that failed because the store or the registry did not answer.");
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

    void stored(int stored, int refused) {
        rows.inc(stored);
        deadLetters.inc(refused);
        batches.inc();
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
