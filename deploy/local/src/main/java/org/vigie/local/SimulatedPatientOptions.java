package org.vigie.local;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.simulator.patient.PatientVariability;
import picocli.CommandLine.Option;

/** Provides the options of a command that simulates patients. Each names its key of bedside-simulator. */
public final class SimulatedPatientOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of the simulated patients, and of what a command draws by chance; bedside-simulator: seed (default: ${DEFAULT-VALUE}).")
    long seed = 1;

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
                    "How much the simulated patients vary without an event: fitted (as in real recordings) or none; bedside-simulator: variability (default: ${DEFAULT-VALUE}).")
    PatientVariability variability = PatientVariability.FITTED;

    public long seed() {
        return seed;
    }

    /** Returns the name of a table of events, or its file. */
    public String scripts() {
        return scripts;
    }

    public boolean artefacts() {
        return !noArtefacts;
    }

    public PatientVariability variability() {
        return variability;
    }

    /** Returns the same options as they are typed. */
    public List<String> asArguments() {
        List<String> options =
                List.of("--seed", Long.toString(seed), "--scripts", scripts, "--variability", variability.name());
        return noArtefacts
                ? Stream.concat(options.stream(), Stream.of("--no-artefacts")).toList()
                : options;
    }
}
