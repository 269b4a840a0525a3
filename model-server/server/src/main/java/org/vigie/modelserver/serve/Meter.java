package org.vigie.modelserver.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of one model. */
final class Meter {
    /** Upper ends of the latency's classes, seconds. */
    static final double[] LATENCY_SECONDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5};

    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder[] latency = new LongAdder[LATENCY_SECONDS.length + 1];
    private final LongAdder nanos = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder rows = new LongAdder();

    Meter() {
        for (int i = 0; i < latency.length; i++) {
            latency[i] = new LongAdder();
        }
    }

    void answered(String outcome, long tookNanos) {
        answers.computeIfAbsent(outcome, any -> new LongAdder()).increment();
        nanos.add(tookNanos);
        int bucket = 0;
        while (bucket < LATENCY_SECONDS.length && tookNanos > LATENCY_SECONDS[bucket] * NANOS) {
            bucket++;
        }
        latency[bucket].increment();
    }

    void batch(int batchRows) {
        batches.increment();
        rows.add(batchRows);
    }

    /** By outcome: OK or a refusal's code. */
    Map<String, Long> answers() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }

    /** Answers that took at most {@link #LATENCY_SECONDS}[i]; the last one counts all. */
    long[] latencyUpTo() {
        long[] upTo = new long[latency.length];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += latency[i].sum();
            upTo[i] = sum;
        }
        return upTo;
    }

    double seconds() {
        return nanos.sum() / NANOS;
    }

    long batches() {
        return batches.sum();
    }

    long rows() {
        return rows.sum();
    }
}
