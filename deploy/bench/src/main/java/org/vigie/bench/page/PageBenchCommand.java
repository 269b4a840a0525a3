package org.vigie.bench.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the unit's page in a browser: {@code ./vigie bench page}. */
@Command(
        name = "page",
        description =
                "Measures the time from a published reading to its number on the page in Chromium, and what the station costs.")
public final class PageBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 100;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description =
                    "Open pages: one in Chromium, the others read the event stream alone (default: ${DEFAULT-VALUE}).")
    int pages = 2;

    @Option(names = "--warm-up", paramLabel = "S", description = "Seconds before (default: ${DEFAULT-VALUE}).")
    int warmUp = 30;

    @Option(names = "--seconds", paramLabel = "S", description = "Seconds measured (default: ${DEFAULT-VALUE}).")
    int seconds = 60;

    @Option(
            names = "--chromium",
            paramLabel = "FILE",
            description = "Program of the browser (default: ${DEFAULT-VALUE}).")
    Path chromium = Path.of("/usr/bin/chromium");

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var bench = bench();
        Path directory = Files.createTempDirectory("vigie-bench-page");
        try {
            BenchReport report = bench.run(directory);
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
        } finally {
            new BenchDirectory(directory).delete();
        }
        return 0;
    }

    PageBench bench() {
        return new PageBench(beds, pages, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), chromium);
    }
}
