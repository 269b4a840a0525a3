package org.vigie.bench.variability;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.VariabilityTable;
import org.vigie.simulator.patient.VariabilityTable.VariabilityRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the variability of simulated patients to real recordings: {@code ./vigie bench variability}. */
@Command(
        name = "variability",
        description = {
            "Fits the variability of the simulated patients to BIDMC, PhysioNet-2012 and the MIMIC-IV demo.",
            "Prints the recordings and the simulated patients side by side (docs/simulator.md)."
        })
public final class VariabilityBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "The folder of the data sets (default: ${DEFAULT-VALUE}).")
    Path recordings = Path.of("..", "shared", "data");

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The checkout (default: the working directory; ./vigie goes to its own).")
    Path root = Path.of("");

    @Option(names = "--write", description = "Writes the fitted numbers into the simulator's variability.csv.")
    boolean write;

    @Override
    public Integer call() throws IOException {
        RecordedStays monitored = RecordedStays.bidmc(recordings);
        RecordedStays charted = RecordedStays.physionet(recordings);
        RecordedStays saturation = RecordedStays.mimic(recordings);
        List<VariabilityRow> rows = new VariabilityFit(monitored, charted, saturation).rows();
        if (write) {
            VariabilityFile.in(root.toAbsolutePath()).write(rows);
        }
        var comparison = new VariabilityComparison(new VariabilityTable(rows));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-8s %-44s %9s %9s%n", "sign", "statistic", "recorded", "simulated");
        comparison.monitored(monitored).forEach(out::println);
        comparison
                .charted(
                        charted,
                        List.of(
                                VariableNames.HR,
                                VariableNames.RR,
                                VariableNames.ABP_SYS,
                                VariableNames.ABP_DIA,
                                VariableNames.TEMP))
                .forEach(out::println);
        comparison.charted(saturation, List.of(VariableNames.SPO2)).forEach(out::println);
        out.println(
                rows.equals(VariabilityTable.standard().rows())
                        ? "The shipped table holds the same numbers."
                        : "The shipped table holds other numbers; --write replaces it.");
        return 0;
    }
}
