package org.vigie.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.simulator.patient.PatientVariability;
import picocli.CommandLine.Option;

/** Provides the options that the commands on a cluster share. */
public final class ClusterOptions {
    @Option(
            names = "--beds",
            paramLabel = "N",
            description = "Beds of the unit; bedside-simulator: beds (default: ${DEFAULT-VALUE}).")
    int beds = 6;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of the simulated patients, and of what is drawn by chance; bedside-simulator: seed (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--backfill-hours",
            paramLabel = "N",
            description =
                    "Hours of each bed's past that are sent first; bedside-simulator: backfillHours (default: ${DEFAULT-VALUE}).")
    int backfillHours = 48;

    @Option(
            names = "--scripts",
            paramLabel = "NAME",
            description =
                    "What happens to the simulated patients: demo, quiet, twelve, or a table's file; bedside-simulator: scripts (default: ${DEFAULT-VALUE}).")
    String scripts = "demo";

    @Option(
            names = "--no-artefacts",
            description = "Simulates no faults of equipment and network; bedside-simulator: artefacts.")
    boolean noArtefacts;

    @Option(
            names = "--variability",
            paramLabel = "KIND",
            description =
                    "How much the simulated patients vary without an event: fitted or none; bedside-simulator: variability (default: ${DEFAULT-VALUE}).")
    PatientVariability variability = PatientVariability.FITTED;

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
        return seed;
    }

    /** Returns the same options for {@code ./vigie demo}, without the folder and the ports. */
    List<String> ofDemo() {
        List<String> demo = new ArrayList<>(List.of("--beds", Integer.toString(beds), "--seed", Long.toString(seed)));
        demo.addAll(List.of("--scripts", scripts, "--variability", variability.name()));
        if (noArtefacts) {
            demo.add("--no-artefacts");
        }
        return demo;
    }

    /** Returns the cluster that the options describe. */
    public ClusterConfig config() {
        return new ClusterConfig(
                new ProcessFolder(folder),
                new ClusterPorts(portOffset),
                beds,
                seed,
                backfillHours,
                scripts,
                !noArtefacts,
                variability,
                Path.of(""));
    }
}
