package org.vigie.bench.streams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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

/** Measures how many beds one machine holds: {@code ./vigie bench beds}. */
@Command(name = "beds", description = "Measures how many beds one machine can process, and the cost of a bed.")
public final class BedsBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--from", paramLabel = "N", description = "Beds of the first step (default: ${DEFAULT-VALUE}).")
    int from = 200;

    @Option(names = "--most", paramLabel = "N", description = "Largest number of beds (default: ${DEFAULT-VALUE}).")
    int most = 10_000;

    @Option(names = "--warm-up", paramLabel = "S", description = "Seconds before each (default: ${DEFAULT-VALUE}).")
    int warmUp = 30;

    @Option(names = "--seconds", paramLabel = "S", description = "Seconds measured (default: ${DEFAULT-VALUE}).")
    int seconds = 60;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var bench = new BedsBench(from, most, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        Path directory = Files.createTempDirectory("vigie-bench-beds");
        try {
            var report = new BenchReport("beds", BenchMachine.here(), List.of(), figures(bench.run(directory)));
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
        } finally {
            new BenchDirectory(directory).delete();
        }
        return 0;
    }

    /** Returns the figures of the largest step that was held; of the first step when none was. */
    private static Map<String, Object> figures(List<BedsStep> steps) {
        BedsStep best = steps.stream()
                .filter(BedsStep::held)
                .reduce((before, after) -> after)
                .orElse(steps.get(0));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds_held", best.held() ? best.beds() : 0);
        figures.put("cpu_us_per_reading", best.cpuMicros());
        figures.put("pass_through_cpu_us_per_reading", best.passThroughCpuMicros());
        figures.put("state_bytes_per_bed", best.stateBytesPerBed());
        figures.put("heap_bytes_per_bed", best.heapBytesPerBed());
        figures.put("steps", steps);
        return figures;
    }
}
