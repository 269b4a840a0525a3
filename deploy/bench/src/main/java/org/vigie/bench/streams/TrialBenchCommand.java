package org.vigie.bench.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a rule trial runs: {@code ./vigie bench trial}. */
@Command(
        name = "trial",
        description =
                "Measures how many clean observations a trial of alarm rules evaluates a second, without a broker.")
public final class TrialBenchCommand implements Callable<Integer> {
    private static final Duration MONTH = Duration.ofDays(30);

    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Recorded time; each bed has one observation a second (default: ${DEFAULT-VALUE}).")
    int seconds = 1_800;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Trials; the last one counts (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var trial = new TrialRunTime(new WardLoad(beds, Duration.ofSeconds(seconds)));
        var took = trial.measure();
        for (int round = 1; round < rounds; round++) {
            took = trial.measure();
        }
        double wall = took.wall().toMillis() / 1_000.0;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", beds);
        figures.put("records", took.records());
        figures.put("took_s", wall);
        figures.put("records_per_s", took.records() / wall);
        figures.put("reading_processor_s", took.reading().toMillis() / 1_000.0);
        figures.put("current_rules_processor_s", took.current().toMillis() / 1_000.0);
        figures.put("tried_rules_processor_s", took.tried().toMillis() / 1_000.0);
        figures.put("month_of_these_beds_min", wall * MONTH.toSeconds() / seconds / 60);
        var report = new BenchReport("trial", BenchMachine.here(), List.of(), figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }
}
