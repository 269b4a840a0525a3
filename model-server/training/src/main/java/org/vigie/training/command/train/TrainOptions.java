package org.vigie.training.command.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.learn.ensemble.EnsembleConfig;

/**
 * Holds the options of {@code ./vigie train}.
 *
 * @param data folder of PhysioNet-2012
 * @param sets that the model learns from: {@code a}, {@code b}
 * @param models the bundle goes to {@code models/survival/<version>}
 * @param gate file of thresholds, see {@link org.vigie.training.gate.GateThresholds}
 * @param force whether the model is exported although it does not pass the gate
 * @param recipe file of the recipe; empty for that of the models that ship
 * @param imputer folder of the imputer for a recipe whose training asks for one
 * @param command the command line, for the card
 */
public record TrainOptions(
        Path data,
        List<String> sets,
        Path models,
        String version,
        Path gate,
        boolean force,
        long seed,
        Optional<Path> recipe,
        Path imputer,
        EnsembleConfig ensemble,
        String command) {
    public static final int SEED = 2012;

    public TrainOptions {
        sets = List.copyOf(sets);
        for (String set : sets) {
            if (!set.matches("[a-z]")) {
                throw new IllegalArgumentException("--sets: must be letters like a,b, was '" + set + "'");
            }
        }
    }

    /** Parses a command line. */
    static TrainOptions parse(String... arguments) {
        return CommandRunner.parsed(new TrainCommand(), arguments).options();
    }
}
