package org.vigie.training;

import java.nio.file.Path;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/**
 * What the experiment with boosted trees was asked.
 *
 * @param data folder of PhysioNet-2012 with its folds
 * @param report a folder; gets a report for the cross-validation and one for set B
 */
record TreesOptions(Path data, Path report, BoostedTreesConfig trees) {
    /** What the command line asks for. */
    static TreesOptions parse(String... arguments) {
        return CommandRunner.parsed(new TreesCommand(), arguments).options();
    }
}
