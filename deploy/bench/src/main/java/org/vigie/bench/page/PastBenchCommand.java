package org.vigie.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the board of an earlier time is read: {@code ./vigie bench past}. */
@Command(
        name = "past",
        description = {
            "Measures how long the board of an earlier time takes, from a broker in the same process.",
            "Exit code 1: a bed is missing on the board, or a record was not read."
        })
public final class PastBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds of the ward (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            description = "Time of the ward before the earlier time (default: ${DEFAULT-VALUE}).")
    Duration history = Duration.ofDays(2);

    @Option(
            names = "--later",
            paramLabel = "DURATION",
            description = "Time of the ward after it, in which changes are searched (default: ${DEFAULT-VALUE}).")
    Duration later = Duration.ofHours(6);

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("vigie-bench-past");
        try {
            var report = new PastBench(beds, history, later).run(directory);
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
            boolean isWhole = report.figures().get("beds").equals(beds)
                    && report.figures().get("records").equals(beds * history.toSeconds());
            return isWhole ? 0 : 1;
        } finally {
            new BenchDirectory(directory).delete();
        }
    }
}
