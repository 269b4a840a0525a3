package org.vigie.sink;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the sink did since it started. A row that was written twice counts twice. */
public final class SinkCounters {
    private final LongAdder rows = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder retries = new LongAdder();

    /** Rows that the store took. */
    public long rows() {
        return rows.sum();
    }

    /** Batches whose offsets were committed. */
    public long batches() {
        return batches.sum();
    }

    /** Rows that the store refused, and records that made no rows. */
    public long deadLetters() {
        return deadLetters.sum();
    }

    /** Records that could not be read. */
    public long quarantined() {
        return quarantined.sum();
    }

    /** Tries that failed because the store or the registry did not answer. */
    public long retries() {
        return retries.sum();
    }

    void stored(int stored, int refused) {
        rows.add(stored);
        deadLetters.add(refused);
        batches.increment();
    }

    void refuse() {
        deadLetters.increment();
    }

    void quarantine() {
        quarantined.increment();
    }

    void retry() {
        retries.increment();
    }
}
