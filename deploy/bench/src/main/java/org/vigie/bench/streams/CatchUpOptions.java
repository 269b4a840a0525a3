package org.vigie.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.embedded.EmbeddedKafka;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Holds the options of the benchmarks that read a published load. */
final class CatchUpOptions {
    @Spec(Target.MIXEE)
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 100;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of the load, one message per bed and second (default: ${DEFAULT-VALUE}).")
    int seconds = 300;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Mixin
    JsonOption json = new JsonOption();

    WardLoad load() {
        return new WardLoad(beds, Duration.ofSeconds(seconds));
    }

    CatchUpBench.PairedRuns run(StreamSubject peer) throws Exception {
        Path directory = Files.createTempDirectory("vigie-bench-streams");
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            return new CatchUpBench(load(), peer, rounds, directory).run(kafka);
        } finally {
            new BenchDirectory(directory).delete();
        }
    }

    void write(BenchReport report) throws IOException {
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
    }
}
