package org.vigie.triage.training;

import picocli.CommandLine.Command;

/** Trains and uses the triage model: {@code ./vigie triage}. */
@Command(
        name = "triage",
        subcommands = {TriageTrainCommand.class, TriagePredictCommand.class},
        description = "Trains and applies a model that gives a second opinion on emergency visits. Not for diagnosis.")
public final class TriageCommand {}
