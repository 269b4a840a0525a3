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
    private static final int BEDS = 100;
    private static final double NANOS_PER_MICRO = 1e3;

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
        Map<String, Object> figures = new LinkedHashMap<>();
        addCleaning(figures);
        addAlarms(figures);
        var report = new BenchReport("rules", BenchMachine.here(), List.of(), figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }

    private void addCleaning(Map<String, Object> figures) {
        var load = new WardLoad(BEDS, Duration.ofSeconds(seconds));
        ThreadUsage full = new CleaningRulesRun(load).measure();
        figures.put("clean_cpu_us_per_reading", full.cpuMicrosPer(load.readings()));
        figures.put("clean_bytes_per_reading", full.bytesPer(load.readings()));
        int passes = seconds / 4 + 1;
        ThreadUsage steady = new SteadyCleaningRun().measure(passes);
        long readings = passes * SteadyCleaningRun.READINGS;
        figures.put("steady_clean_cpu_ns_per_reading", steady.cpuMicrosPer(readings) * NANOS_PER_MICRO);
        figures.put("steady_clean_bytes_per_reading", steady.bytesPer(readings));
    }

    private void addAlarms(Map<String, Object> figures) {
        int observations = BEDS * seconds;
        ThreadUsage alert = new AlertStepRun(observations).measure();
        figures.put("alert_cpu_us_per_observation", alert.cpuMicrosPer(observations));
        figures.put("alert_bytes_per_observation", alert.bytesPer(observations));
        ThreadUsage core = new SteadyRulesRun().measure(seconds);
        long readings = (long) seconds * SteadyRulesRun.READINGS;
        figures.put("core_cpu_ns_per_reading", core.cpuMicrosPer(readings) * NANOS_PER_MICRO);
        figures.put("core_bytes_per_reading", core.bytesPer(readings));
    }
}
