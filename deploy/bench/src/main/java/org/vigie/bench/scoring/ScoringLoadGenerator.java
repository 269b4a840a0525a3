package org.vigie.bench.scoring;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.bench.MeasurementSummary;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalScorer;

/** Callers that ask over the wire, each for one window after the other. */
final class ScoringLoadGenerator {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SurvivalScorer scorer;
    private final List<ScoreRequest> windows;

    /**
     * Holds the latency and throughput of one run.
     *
     * @param latencyMs of each request
     * @param windowsPerSecond of all callers together
     */
    record ScoringLoadResult(MeasurementSummary latencyMs, double windowsPerSecond) {
        static ScoringLoadResult of(Collection<Double> latencies, double seconds) {
            double[] ms = latencies.stream().mapToDouble(Double::doubleValue).toArray();
            return new ScoringLoadResult(MeasurementSummary.of(ms), ms.length / seconds);
        }
    }

    ScoringLoadGenerator(SurvivalScorer scorer, List<ScoreRequest> windows) {
        this.scorer = scorer;
        this.windows = windows;
    }

    /** Runs the callers for a time. */
    ScoringLoadResult ask(int callers, Duration length, boolean explain) {
        AtomicInteger next = new AtomicInteger();
        Collection<Double> latencies = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        runAll(callers, () -> {
            while (System.nanoTime() - start < length.toNanos()) {
                latencies.add(askOnce(next.getAndIncrement(), explain));
            }
        });
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        if (latencies.size() < next.get()) {
            throw new IllegalStateException("only " + latencies.size() + " of " + next + " were answered");
        }
        return ScoringLoadResult.of(latencies, seconds);
    }

    /** Runs one caller on each of several threads and waits for all. */
    private static void runAll(int callers, Runnable caller) {
        CountDownLatch done = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            threads.execute(() -> {
                try {
                    caller.run();
                } finally {
                    done.countDown();
                }
            });
        }
        await(done);
        threads.shutdown();
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
