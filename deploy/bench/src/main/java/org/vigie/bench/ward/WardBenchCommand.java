package org.vigie.bench.ward;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures missed events, false alarms and lead time of the running topologies: {@code ./vigie bench ward}. */
@Command(
        name = "ward",
        description = {
            "Plays simulated patients with ground truth through the running topologies, faster than real time.",
            "Counts missed events, false calls and the time before danger, beside plain threshold alarms."
        })
public final class WardBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(names = "--hours", paramLabel = "N", description = "Simulated hours (default: ${DEFAULT-VALUE}).")
    long hours = 24;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the patients (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description =
                    "Plays the BIDMC and MIMIC-IV demo recordings below DIR instead: burden only, there is no truth.")
    Optional<Path> recordings = Optional.empty();

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Map<String, Object> figures = recordings
                .map(directory -> new AlarmBurdenBench(directory, bench()).figures())
                .orElseGet(() -> bench().figures());
        var line = spec.commandLine();
        json.write(
                new WardBenchTable(figures, bench()).toString(),
                new FigureJson(figures).toString(),
                line.getOut(),
                line.getErr());
        return 0;
    }

    /** @throws IllegalArgumentException when there would be nothing to play */
    WardBench bench() {
        return new WardBench(beds, Duration.ofHours(hours), seed);
    }
}
