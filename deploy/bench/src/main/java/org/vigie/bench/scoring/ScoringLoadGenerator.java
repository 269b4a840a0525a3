package org.vigie.bench.scoring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.bench.MeasurementSummary;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalScorer;

/** Some callers that ask over the wire, each one window after the other. */
final class ScoringLoadGenerator {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SurvivalScorer scorer;
    private final List<ScoreRequest> windows;

    /**
     * What they found.
     *
     * @param latencyMs of each request
     * @param windowsPerSecond of all callers together
     */
    record ScoringLoadResult(MeasurementSummary latencyMs, double windowsPerSecond) {}

    ScoringLoadGenerator(SurvivalScorer scorer, List<ScoreRequest> windows) {
        this.scorer = scorer;
        this.windows = windows;
    }

    /** All of them ask for so long. */
    ScoringLoadResult ask(int callers, Duration length, boolean explain) {
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long start = System.nanoTime();
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> {
                try {
                    while (System.nanoTime() - start < length.toNanos()) {
                        latencies.add(askOnce(next.getAndIncrement(), explain));
                    }
                } finally {
                    done.countDown();
                }
            });
        }
        await(done);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        threads.shutdown();
        if (latencies.size() < next.get()) {
            throw new IllegalStateException("only " + latencies.size() + " of " + next + " were answered");
        }
        return new ScoringLoadResult(
                MeasurementSummary.of(
                        latencies.stream().mapToDouble(Double::doubleValue).toArray()),
                latencies.size() / seconds);
    }

    private double askOnce(int request, boolean explain) {
        long start = System.nanoTime();
        var unused = scorer.score(windows.get(request % windows.size()), explain)
                .toCompletableFuture()
                .join();
        return (System.nanoTime() - start) / NANOS_PER_MS;
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
