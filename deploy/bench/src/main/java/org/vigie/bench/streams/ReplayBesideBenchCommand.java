package org.vigie.bench.streams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a replay costs the live ward beside it: {@code ./vigie bench replay-beside}. */
@Command(
        name = "replay-beside",
        description = "Measures how much later a live ward cleans its messages while a replay runs beside it.")
public final class ReplayBesideBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds of each ward (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(names = "--warm-up", paramLabel = "S", description = "Seconds before (default: ${DEFAULT-VALUE}).")
    int warmUp = 30;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).")
    int seconds = 30;

    @Option(names = "--rounds", paramLabel = "N", description = "Pairs of measurements (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var bench = new ReplayBesideBench(beds, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), rounds);
        Path directory = Files.createTempDirectory("vigie-bench-replay-beside");
        try {
            var report = new BenchReport(
                    "replay-beside", BenchMachine.here(), List.of(bench.run(directory)), Map.of("beds", beds));
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
        } finally {
            new BenchDirectory(directory).delete();
        }
        return 0;
    }
}
