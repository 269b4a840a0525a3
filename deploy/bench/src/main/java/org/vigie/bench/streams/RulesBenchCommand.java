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

/** Measures what the clinical rules cost without topics and state: {@code ./vigie bench rules}. */
@Command(
        name = "rules",
        description = "Measures processor time and allocation of the cleaning rules and of the step alert alone.")
public final class RulesBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Seconds of 100 beds; each has one message a second (default: ${DEFAULT-VALUE}).")
    int seconds = 600;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var load = new WardLoad(100, Duration.ofSeconds(seconds));
        int observations = (int) load.messages();
        ThreadUsage cleaning = new CleaningRulesRun(load).measure();
        ThreadUsage alert = new AlertStepRun(observations).measure();
        ThreadUsage core = new SteadyRulesRun().measure(seconds);
        long coreReadings = (long) seconds * SteadyRulesRun.READINGS;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("clean_cpu_us_per_reading", cleaning.cpuMicrosPer(load.readings()));
        figures.put("clean_bytes_per_reading", cleaning.bytesPer(load.readings()));
        figures.put("alert_cpu_us_per_observation", alert.cpuMicrosPer(observations));
        figures.put("alert_bytes_per_observation", alert.bytesPer(observations));
        figures.put("core_cpu_ns_per_reading", core.cpuMicrosPer(coreReadings) * 1_000);
        figures.put("core_bytes_per_reading", core.bytesPer(coreReadings));
        var report = new BenchReport("rules", BenchMachine.here(), List.of(), figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }
}
