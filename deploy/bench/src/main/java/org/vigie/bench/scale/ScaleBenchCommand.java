package org.vigie.bench.scale;

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

/** Calculates larger wards from measured costs and simulates a broker failure: {@code ./vigie bench scale}. */
@Command(
        name = "scale",
        description = "Calculates what larger wards need from the measured costs, and simulates a broker failure.")
public final class ScaleBenchCommand implements Callable<Integer> {
    private static final double FAILS_AT_SECOND = 60;

    @Spec
    CommandSpec spec;

    @Option(names = "--beds", split = ",", paramLabel = "N", description = "Wards (default: ${DEFAULT-VALUE}).")
    List<Integer> beds = List.of(20, 200, 5_000, 50_000);

    @Option(names = "--simulated", paramLabel = "N", description = "Simulated beds (default: ${DEFAULT-VALUE}).")
    int simulated = 5_000;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "Brokers, of which one dies (default: ${DEFAULT-VALUE}).")
    int brokers = 6;

    @Option(
            names = "--failover",
            paramLabel = "S",
            description = "Seconds until the dead broker's partitions have new leaders (default: ${DEFAULT-VALUE}).")
    double failover = 10;

    @Option(
            names = "--slowdown",
            paramLabel = "X",
            description = "How much slower the processors are than the measured ones (default: ${DEFAULT-VALUE}).")
    double slowdown = 1;

    @Option(names = "--seconds", paramLabel = "S", description = "Simulated seconds (default: ${DEFAULT-VALUE}).")
    int seconds = 120;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var report = new BenchReport("scale", BenchMachine.here(), List.of(), figures());
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }

    private Map<String, Object> figures() {
        var costs = MeasuredCosts.ofBenchmarks();
        var outage = new BrokerOutage(FAILS_AT_SECOND, failover, brokers);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "wards",
                beds.stream().map(each -> new WardSizing(each, costs).figures()).toList());
        figures.put(
                "broker_failure",
                new BrokerFailureSimulation(new WardSizing(simulated, costs), outage, slowdown, seconds, seed).run());
        return figures;
    }
}
