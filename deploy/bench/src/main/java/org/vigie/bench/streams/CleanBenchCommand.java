package org.vigie.bench.streams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures what the cleaning of a reading costs: {@code ./vigie bench clean}. */
@Command(
        name = "clean",
        description =
                "Measures processor time and allocation of a reading in vitals-streams, beside a pass-through pipeline.")
public final class CleanBenchCommand implements Callable<Integer> {
    @Mixin
    CatchUpOptions options = new CatchUpOptions();

    @Override
    public Integer call() throws Exception {
        CatchUpBench.PairedRuns runs = options.run(StreamSubject.PASS_THROUGH);
        ThreadUsage rules = new CleaningRulesRun(options.load()).measure();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", options.beds);
        figures.put("seconds", options.seconds);
        figures.put(
                "rules_cpu_us_per_reading", rules.cpuMicrosPer(options.load().readings()));
        figures.put("rules_bytes_per_reading", rules.bytesPer(options.load().readings()));
        options.write(new BenchReport(
                "clean",
                BenchMachine.here(),
                List.of(
                        runs.compared("processor time of a reading", "us", CatchUp::cpuMicros),
                        runs.compared("allocation of a reading", "bytes", CatchUp::bytes)),
                figures));
        return 0;
    }
}
