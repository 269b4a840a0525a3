package org.vigie.training.command.predict;

import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.command.CommandRunner;

/**
 * Holds the options of {@code ./vigie predict}.
 *
 * @param model folder of a bundle; the shipped one by default
 * @param data a set in the format of PhysioNet-2012: a folder of {@code <RecordID>.txt}, or a {@code .tar.gz} of one
 * @param hours of each stay seen
 */
record PredictOptions(Path model, Path data, List<Integer> hours, Path out) {
    PredictOptions {
        hours = List.copyOf(hours);
    }

    /** Parses a command line. */
    static PredictOptions parse(String... arguments) {
        return CommandRunner.parsed(new PredictCommand(), arguments).options();
    }
}
