package org.vigie.bench.scoring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.bench.PeerComparison;
import org.vigie.bench.PeerComparison.BenchRounds;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.modelserver.ModelServer;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.VersionPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures throughput and latency of the model server: {@code ./vigie bench scoring}. */
@Command(
        name = "scoring",
        description = "Measures the model server's throughput and latency, beside the raw model in the same JVM.")
public final class ScoringBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    JsonOption json = new JsonOption();

    private static final String MODELS = "model-server/models";
    private static final String MODEL = "survival";
    private static final String VERSION = "2";
    private static final Path BUNDLE = Path.of(MODELS, MODEL, VERSION);
    private static final int[] CALLERS = {1, 8, 32};
    private static final BenchRounds ROUNDS = new BenchRounds(1, 5);
    /** Until the compiler has nothing left to do: shorter rounds measure it. */
    private static final Duration WARM = Duration.ofSeconds(10);

    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final double BEDS_PER_SECOND = 1000 / 300.0;

    private final Map<String, ScoringLoadGenerator> wires = new LinkedHashMap<>();
    private final List<PeerComparison> comparisons = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        ModelServerConfig config = config();
        try (RawSurvivalModel raw = new RawSurvivalModel(BUNDLE);
                SurvivalModel model = SurvivalModel.open(BUNDLE, EngineConfig.defaults());
                ModelServer server = ModelServer.start(config);
                SurvivalScorer grpc = scorer("grpc://" + config.host() + ":" + server.grpcPort());
                SurvivalScorer http = scorer(server.url())) {
            wires.put("gRPC", new ScoringLoadGenerator(grpc, new SampleWindows(2).take(64)));
            wires.put("HTTP", new ScoringLoadGenerator(http, new SampleWindows(2).take(64)));
            measure(new RawModelTimes(raw, model, ROUND));
        }
        BenchReport report = new BenchReport("scoring", BenchMachine.here(), comparisons, figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }

    private static ModelServerConfig config() {
        ModelServerConfig ordinary = ModelServerConfig.defaults();
        return new ModelServerConfig(
                ordinary.host(),
                0,
                0,
                ordinary.allowedHosts(),
                MODELS,
                VersionPolicy.NEWEST,
                ordinary.queue(),
                ordinary.workers(),
                ordinary.maxRows(),
                ordinary.maxWait(),
                ordinary.maxBodyBytes(),
                Duration.ofMinutes(1),
                EngineConfig.defaults());
    }

    private void measure(RawModelTimes raw) {
        figures.put("load_at_start", load());
        wires.values().forEach(callers -> {
            var unused = callers.ask(32, WARM, false);
            var unusedAlone = callers.ask(1, WARM, false);
        });
        int best = raw.bestBatch(figures);
        figures.put("raw_best_batch", best);
        wires.forEach((wire, callers) -> compare(wire, callers, raw, best));
        raw.stages(1, figures);
        raw.stages(best, figures);
        wires.forEach((wire, callers) -> {
            processor(wire + "_1_caller", callers, 1, false);
            processor(wire + "_32_callers", callers, 32, false);
            processor(wire + "_1_caller_explained", callers, 1, true);
        });
        figures.put("load_at_end", load());
    }

    private void compare(String wire, ScoringLoadGenerator callers, RawModelTimes raw, int best) {
        DoubleSupplier latency = () -> callers.ask(1, ROUND, false).latencyMs().p50();
        String title = "latency p50, 1 caller over " + wire;
        comparisons.add(PeerComparison.of(title, "ms", ROUNDS, latency, "raw model, batch 1", raw::latency));
        String peer = "raw model, batch " + best;
        for (int many : CALLERS) {
            DoubleSupplier rate = () -> callers.ask(many, ROUND, false).windowsPerSecond();
            String name = "throughput, " + many + " callers over " + wire;
            comparisons.add(PeerComparison.of(name, "windows/s", ROUNDS, rate, peer, () -> raw.rate(best)));
        }
        figures.put(
                "latency_32_callers_ms_" + wire, callers.ask(32, ROUND, false).latencyMs());
    }

    /** Measures the processor time of client and server together; of one caller: as a ward asks, one window after the other. */
    private void processor(String name, ScoringLoadGenerator callers, int many, boolean explain) {
        var unused = callers.ask(many, ROUND, explain);
        long before = RawModelTimes.processorNanos();
        ScoringLoadGenerator.ScoringLoadResult found = callers.ask(many, ROUND, explain);
        double ms = (RawModelTimes.processorNanos() - before)
                / 1e6
                / found.latencyMs().count();
        figures.put("processor_ms_over_the_wire_" + name, ms);
        figures.put("share_of_a_core_for_1000_beds_every_5_minutes_" + name, ms / 1000 * BEDS_PER_SECOND);
    }

    private static SurvivalScorer scorer(String url) {
        return new InferenceClientConfig(url, MODEL, VERSION, Duration.ofMinutes(1), true).openScorer();
    }

    /** Returns the load of the whole machine over the last minute; this process's own share is in it. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
