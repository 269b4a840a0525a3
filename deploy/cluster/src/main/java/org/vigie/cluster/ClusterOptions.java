package org.vigie.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.local.SimulatedPatientOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Provides the options that the commands on a cluster share. */
public final class ClusterOptions {
    @Option(
            names = "--beds",
            paramLabel = "N",
            description = "Beds of the unit; bedside-simulator: beds (default: ${DEFAULT-VALUE}).")
    int beds = 6;

    @Option(
            names = "--backfill-hours",
            paramLabel = "N",
            description =
                    "Hours of each bed's past that are sent first; bedside-simulator: backfillHours (default: ${DEFAULT-VALUE}).")
    int backfillHours = 48;

    @Mixin
    SimulatedPatientOptions patients = new SimulatedPatientOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of all logs, process ids and data; sets no key (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("data", "cluster");

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Adds N to all ports; sets no key (default: ${DEFAULT-VALUE}).")
    int portOffset;

    /** Returns the seed of what is drawn by chance. */
    public long seed() {
        return patients.seed();
    }

    /** Returns the same options for {@code ./vigie demo}, without the folder and the ports. */
    List<String> ofDemo() {
        List<String> demo = new ArrayList<>(List.of("--beds", Integer.toString(beds)));
        demo.addAll(patients.asArguments());
        return demo;
    }

    /** Returns the cluster that the options describe. */
    public ClusterConfig config() {
        return new ClusterConfig(
                new ProcessFolder(folder),
                new ClusterPorts(portOffset),
                beds,
                patients.seed(),
                backfillHours,
                patients.scripts(),
                patients.artefacts(),
                patients.variability(),
                Path.of(""));
    }
}
