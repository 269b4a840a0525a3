package org.vigie.bench.artefacts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.bench.JsonOption;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well artefacts are found: {@code ./vigie bench artefacts}. */
@Command(
        name = "artefacts",
        description = {
            "Plants artefacts of ten kinds into BIDMC, PhysioNet-2012 and simulated patients, and counts what is found.",
            "Compares the live cleaner and a retrospective detector with a Hampel filter, the median absolute deviation and a"
                    + " random cut forest (docs/models/artefacts.md)."
        })
public final class ArtefactsBenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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
            names = "--patients",
            paramLabel = "N",
            description = "Number of simulated patients (default: ${DEFAULT-VALUE}).")
    int patients = 16;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Length of each simulated patient (default: ${DEFAULT-VALUE}).")
    int minutes = 90;

    @Option(
            names = "--stays",
            paramLabel = "N",
            description = "Number of stays of PhysioNet-2012 (default: ${DEFAULT-VALUE}).")
    int stays = 200;

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            description = "Plants these kinds only, such as drift,decimal_slip (default: all).")
    List<PlantedKind> kinds = List.of(PlantedKind.values());

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all draws (default: ${DEFAULT-VALUE}).")
    long seed = 2026;

    @Override
    public Integer call() throws IOException {
        List<SignalGrid> grids = new ArrayList<>(new RecordedGrids(recordings).monitored());
        grids.addAll(new SimulatedPatients(patients, 60 * minutes, new RandomSeed(seed)).grids());
        grids.addAll(new RecordedGrids(recordings).charted(stays));
        ArtefactsAnswer answer = new ArtefactsBench(grids, kinds, new RandomSeed(seed), this::showProgress).run();
        json.write(
                answer.text(),
                JSON.writeValueAsString(answer.figures()),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return 0;
    }

    private void showProgress(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
