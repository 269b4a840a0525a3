package org.vigie.training;

import java.nio.file.Path;
import org.vigie.training.learn.LearnerConfig;

/**
 * What {@code ./vigie train} was asked.
 *
 * @param data folder of PhysioNet-2012
 * @param models the bundle goes to {@code models/survival-lstm/<version>}
 */
record TrainOptions(Path data, Path models, String version, LearnerConfig learner) {
    static final String USAGE = "usage: ./vigie train --data DIR [--out DIR] [--version N] [--seed N] [--epochs N]";

    /** @throws IllegalArgumentException with a sentence for the user */
    static TrainOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        LearnerConfig defaults = LearnerConfig.defaults();
        Path data = arguments.path("--data");
        Path models = Path.of(arguments.take("--out").orElse("build/models"));
        String version = arguments.take("--version").orElse("1");
        long seed = arguments.number("--seed", defaults.seed());
        int epochs = Math.toIntExact(arguments.number("--epochs", defaults.epochs()));
        arguments.finish();
        return new TrainOptions(
                data, models, version, new LearnerConfig(seed, epochs, defaults.patience(), defaults.hours()));
    }
}
