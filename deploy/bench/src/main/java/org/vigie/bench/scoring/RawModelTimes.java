package org.vigie.bench.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.bench.MeasurementSummary;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;

/**
 * Measures the raw model within this process, without the server.
 *
 * @param round length of one measurement
 */
record RawModelTimes(RawSurvivalModel raw, SurvivalModel model, Duration round) {
    private static final int[] BATCHES = {1, 8, 16, 32, 64};
    private static final List<ScoreRequest> WINDOWS = new SampleWindows(1).take(64);

    /** Returns the batch with the most windows per second. */
    int bestBatch(Map<String, Object> figures) {
        int best = 1;
        double bestRate = 0;
        for (int batch : BATCHES) {
            var unused = rate(batch);
            double rate = rate(batch);
            figures.put("raw_batch_" + batch + "_windows_per_second", rate);
            best = rate > bestRate ? batch : best;
            bestRate = Math.max(rate, bestRate);
        }
        return best;
    }

    /** Measures the processor time of a window's stages within this process; each stage holds the one before. */
    void stages(int batch, Map<String, Object> figures) {
        List<ScoreRequest> some = WINDOWS.subList(0, batch);
        List<FloatTensor> inputs = SurvivalTensors.inputs(some);
        String name = "_in_batches_of_" + batch;
        figures.put("processor_ms_nets" + name, processorMs(batch, () -> raw.nets(some)));
        figures.put("processor_ms_nets_and_trees" + name, processorMs(batch, () -> raw.run(some)));
        figures.put("processor_ms_model" + name, processorMs(batch, () -> {
            var unused = model.infer(inputs, false);
        }));
    }

    /** Returns the windows per second in batches of this size. */
    double rate(int batch) {
        List<ScoreRequest> some = WINDOWS.subList(0, batch);
        long start = System.nanoTime();
        int runs = repeat(() -> raw.run(some));
        return runs * batch / ((System.nanoTime() - start) / 1e9);
    }

    /** Returns the median latency of one window, in ms. */
    double latency() {
        List<Double> latencies = new ArrayList<>();
        var unused = repeat(() -> {
            long start = System.nanoTime();
            raw.run(WINDOWS.subList(0, 1));
            latencies.add((System.nanoTime() - start) / 1e6);
        });
        return MeasurementSummary.of(
                        latencies.stream().mapToDouble(Double::doubleValue).toArray())
                .p50();
    }

    /** Returns the processor time of this process since its start. */
    static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private double processorMs(int batch, Runnable work) {
        var unused = repeat(work);
        long before = processorNanos();
        double runs = repeat(work);
        return (processorNanos() - before) / 1e6 / runs / batch;
    }

    /** Repeats work for one round and returns how often it was done. */
    private int repeat(Runnable work) {
        long start = System.nanoTime();
        int runs = 0;
        while (System.nanoTime() - start < round.toNanos()) {
            work.run();
            runs++;
        }
        return runs;
    }
}
