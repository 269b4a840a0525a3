package org.vigie.bench.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long a reading takes to its alarm: {@code ./vigie bench alerts}. */
@Command(name = "alerts", description = "Measures the time from a published reading to its alarm, at a number of beds.")
public final class AlertsBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 100;

    @Option(names = "--seconds", paramLabel = "N", description = "Time measured (default: ${DEFAULT-VALUE}).")
    long seconds = 120;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds of warm-up (default: ${DEFAULT-VALUE}).")
    long warmUp = 75;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        var bench = new AlertsBench(beds, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        Path directory = Files.createTempDirectory("vigie-bench-alerts");
        try {
            BenchReport report = bench.run(directory);
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
        } finally {
            new BenchDirectory(directory).delete();
        }
        return 0;
    }
}
