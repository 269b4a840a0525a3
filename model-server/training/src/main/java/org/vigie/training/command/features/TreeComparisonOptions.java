package org.vigie.training.command.features;

import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import picocli.CommandLine.Option;

/** Adds the options of a comparison of boosted trees: the set, the trees and the bootstrap. */
final class TreeComparisonOptions {
    @Option(names = "--set", paramLabel = "a", description = "Letter of the set (default: ${DEFAULT-VALUE}).")
    String set = "a";

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the trees (default: ${DEFAULT-VALUE}).")
    int rounds = BoostedTreesConfig.defaults().rounds();

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Resamples of the bootstrap (default: ${DEFAULT-VALUE}).")
    int resamples = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    BoostedTreesConfig trees() {
        return BoostedTreesConfig.defaults().with(rounds, seed);
    }

    BootstrapEstimator bootstrap() {
        return new BootstrapEstimator(resamples, seed);
    }
}
