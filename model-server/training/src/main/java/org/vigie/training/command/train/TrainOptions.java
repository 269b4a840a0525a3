package org.vigie.training.command.train;

import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.learn.ensemble.EnsembleConfig;

/**
 * What {@code ./vigie train} was asked.
 *
 * @param data folder of PhysioNet-2012
 * @param sets to learn from: {@code a}, {@code b}
 * @param models the bundle goes to {@code models/survival/<version>}
 * @param gate what it must reach, see {@link org.vigie.training.gate.GateThresholds}
 * @param force export it although it does not
 * @param command as it was given, for the card
 */
public record TrainOptions(
        Path data,
        List<String> sets,
        Path models,
        String version,
        Path gate,
        boolean force,
        long seed,
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

    /** What the command line asks for. */
    static TrainOptions parse(String... arguments) {
        return CommandRunner.parsed(new TrainCommand(), arguments).options();
    }
}
