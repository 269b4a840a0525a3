package org.vigie.bench.variability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.bench.JsonOption;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.VariabilityTable;
import org.vigie.simulator.patient.VariabilityTable.VariabilityRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final List<String> CHARTED = List.of(
            VariableNames.HR, VariableNames.RR, VariableNames.ABP_SYS, VariableNames.ABP_DIA, VariableNames.TEMP);

    @Mixin
    JsonOption json = new JsonOption();

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
        var answer = new VariabilityAnswer(
                compared(new VariabilityComparison(new VariabilityTable(rows)), monitored, charted, saturation),
                rows.equals(VariabilityTable.standard().rows()));
        json.write(
                answer.text(),
                answer.json(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return 0;
    }

    private static List<ComparedStatistic> compared(
            VariabilityComparison comparison,
            RecordedStays monitored,
            RecordedStays charted,
            RecordedStays saturation) {
        return Stream.of(
                        comparison.monitored(monitored),
                        comparison.charted(charted, CHARTED),
                        comparison.charted(saturation, List.of(VariableNames.SPO2)))
                .flatMap(List::stream)
                .toList();
    }
}
