package org.vigie.bench.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.bench.BenchReport;
import org.vigie.bench.Comparison;
import org.vigie.bench.Comparison.Rounds;
import org.vigie.bench.Machine;
import org.vigie.bench.Spread;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.model.client.InferenceClient;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.ScoreRequest;
import org.vigie.modelserver.ModelServer;
import org.vigie.modelserver.ModelServerConfig;

/** {@code ./vigie bench scoring [--json FILE]}. */
public final class Main {
    private static final String MODELS = "model-server/models";
    private static final String MODEL = "survival";
    private static final String VERSION = "1";
    private static final Path BUNDLE = Path.of(MODELS, MODEL, VERSION);
    private static final int[] BATCHES = {1, 8, 16, 32, 64};
    private static final int[] CALLERS = {1, 8, 32};
    private static final Rounds ROUNDS = new Rounds(1, 3);
    private static final int REQUESTS = 160;
    private static final int BEDS = 1000;
    private static final double BEDS_PER_SECOND = BEDS / 300.0;

    private final List<ScoreRequest> windows = SampleWindows.of(64, 1);
    private final RawSession raw;
    private final Callers callers;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Main(RawSession raw, Callers callers) {
        this.raw = raw;
        this.callers = callers;
    }

    public static void main(String[] args) {
        ModelServerConfig ordinary = ModelServerConfig.defaults();
        ModelServerConfig config = new ModelServerConfig(
                ordinary.host(),
                0,
                0,
                MODELS,
                ordinary.queue(),
                ordinary.maxRows(),
                ordinary.maxWait(),
                ordinary.maxBodyBytes(),
                Duration.ofMinutes(1),
                EngineConfig.defaults());
        try (RawSession raw = new RawSession(BUNDLE);
                ModelServer server = ModelServer.start(config);
                InferenceClient client = new InferenceClient(
                        new InferenceClientConfig(server.url(), MODEL, VERSION, Duration.ofMinutes(1), true))) {
            Main bench = new Main(raw, new Callers(client, SampleWindows.of(64, 2)));
            bench.measure();
            BenchReport report = new BenchReport("scoring", Machine.here(), bench.comparisons, bench.figures);
            report.comparisons().forEach(System.out::println);
            report.figures().forEach((name, figure) -> System.out.println(name + " " + figure));
            if (args.length == 2 && args[0].equals("--json")) {
                report.write(Path.of(args[1]));
            }
        }
    }

    private void measure() {
        int best = bestBatch();
        figures.put("raw_best_batch", best);
        comparisons.add(Comparison.of(
                "latency p50, 1 caller",
                "ms",
                ROUNDS,
                () -> callers.ask(1, REQUESTS / 4, false).latencyMs().p50(),
                "raw session, batch 1",
                this::rawLatency));
        for (int many : CALLERS) {
            comparisons.add(Comparison.of(
                    "throughput, " + many + " callers",
                    "windows/s",
                    ROUNDS,
                    () -> callers.ask(many, REQUESTS, false).windowsPerSecond(),
                    "raw session, batch " + best,
                    () -> rawRate(best)));
        }
        figures.put("latency_32_callers_ms", callers.ask(32, REQUESTS, false).latencyMs());
        share("", false);
        share("_explained", true);
    }

    /** Processor time of client and server together, one window after the other, as a ward asks. */
    private void share(String suffix, boolean explain) {
        int requests = explain ? REQUESTS / 8 : REQUESTS;
        var unused = callers.ask(1, requests / 4, explain);
        long before = processorNanos();
        callers.ask(1, requests, explain);
        double seconds = (processorNanos() - before) / 1e9 / requests;
        figures.put("processor_ms_per_window" + suffix, seconds * 1000);
        figures.put("share_of_a_core_for_1000_beds_every_5_minutes" + suffix, seconds * BEDS_PER_SECOND);
    }

    private int bestBatch() {
        int best = 1;
        double bestRate = 0;
        for (int batch : BATCHES) {
            var warm = rawRate(batch);
            double rate = Math.max(warm, rawRate(batch));
            figures.put("raw_batch_" + batch + "_windows_per_second", rate);
            if (rate > bestRate) {
                best = batch;
                bestRate = rate;
            }
        }
        return best;
    }

    private double rawRate(int batch) {
        List<ScoreRequest> some = windows.subList(0, batch);
        int runs = Math.max(1, REQUESTS / batch);
        long start = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            raw.run(some);
        }
        return runs * batch / ((System.nanoTime() - start) / 1e9);
    }

    private double rawLatency() {
        double[] latencies = new double[REQUESTS / 4];
        for (int run = 0; run < latencies.length; run++) {
            long start = System.nanoTime();
            raw.run(windows.subList(0, 1));
            latencies[run] = (System.nanoTime() - start) / 1e6;
        }
        return Spread.of(latencies).p50();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
