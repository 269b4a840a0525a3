package org.vigie.bench.streams;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the throughput of vitals-streams beside a byte copy of the same topic: {@code ./vigie bench copy}. */
@Command(name = "copy", description = "Measures the throughput of the cleaning beside a byte copy of the same topic.")
public final class CopyBenchCommand implements Callable<Integer> {
    @Mixin
    CatchUpOptions options = new CatchUpOptions();

    @Override
    public Integer call() throws Exception {
        CatchUpBench.PairedRuns runs = options.run(StreamSubject.BYTE_COPY);
        options.write(new BenchReport(
                "copy",
                BenchMachine.here(),
                List.of(
                        runs.compared("throughput", "readings/s", CatchUp::readingsPerSecond),
                        runs.compared("processor time of a reading", "us", CatchUp::cpuMicros)),
                Map.of("beds", options.beds, "seconds", options.seconds)));
        return 0;
    }
}
