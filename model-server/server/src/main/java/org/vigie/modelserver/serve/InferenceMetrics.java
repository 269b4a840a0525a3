package org.vigie.modelserver.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** The metrics of one model. */
final class InferenceMetrics {
    private static final double[] SECONDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5};
    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final BucketHistogram latency = new BucketHistogram(SECONDS);
    private final BucketHistogram queue = new BucketHistogram(SECONDS);
    private final BucketHistogram batch = new BucketHistogram(1, 2, 4, 8, 16, 32, 64, 128, 256);

    void countAnswer(String outcome, long tookNanos) {
        answers.computeIfAbsent(outcome, any -> new LongAdder()).increment();
        latency.add(tookNanos / NANOS);
    }

    void recordQueueTime(long nanos) {
        queue.add(nanos / NANOS);
    }

    void batch(int rows) {
        batch.add(rows);
    }

    /** Returns the number of requests by outcome: OK or the code of a refusal. */
    Map<String, Long> answers() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }

    /** Time from request to response, seconds. */
    BucketHistogram latency() {
        return latency;
    }

    /** Time from request to the start of its batch, seconds. */
    BucketHistogram queue() {
        return queue;
    }

    /** Windows of each batch; the sum is the number of windows computed. */
    BucketHistogram batchRows() {
        return batch;
    }
}
