package org.vigie.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    static TrainOptions parse(String... arguments) {
        List<String> left = new ArrayList<>(List.of(arguments));
        LearnerConfig defaults = LearnerConfig.defaults();
        Path data = Path.of(
                take(left, "--data").orElseThrow(() -> new IllegalArgumentException("--data: missing\n" + USAGE)));
        Path models = Path.of(take(left, "--out").orElse("build/models"));
        String version = take(left, "--version").orElse("1");
        long seed = number(left, "--seed", defaults.seed());
        int epochs = Math.toIntExact(number(left, "--epochs", defaults.epochs()));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(left.get(0) + ": unknown option\n" + USAGE);
        }
        return new TrainOptions(
                data, models, version, new LearnerConfig(seed, epochs, defaults.patience(), defaults.hours()));
    }

    private static long number(List<String> left, String option, long otherwise) {
        Optional<String> value = take(left, option);
        try {
            return value.map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": must be a whole number, was '" + value.orElse("") + "'", e);
        }
    }

    private static Optional<String> take(List<String> left, String option) {
        int at = left.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == left.size()) {
            throw new IllegalArgumentException(option + ": needs a value\n" + USAGE);
        }
        left.remove(at);
        return Optional.of(left.remove(at));
    }
}
