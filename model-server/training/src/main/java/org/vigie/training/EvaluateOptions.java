package org.vigie.training;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.training.evaluate.Bootstrap;

/**
 * What {@code ./vigie evaluate} was asked.
 *
 * @param data a set in the format of PhysioNet-2012
 * @param report a folder
 * @param threshold of event 1; empty: the card's, or the best one in hindsight when that names none
 * @param robustness whether the model is asked again with things going wrong
 */
record EvaluateOptions(
        Path model,
        Path data,
        Path outcomes,
        Path report,
        List<Integer> hours,
        OptionalDouble threshold,
        Bootstrap bootstrap,
        boolean robustness) {
    static final String USAGE = """
            usage: ./vigie evaluate [--model DIR] --data SET(.tar.gz or folder) --outcomes FILE --report DIR
                                    [--hours 6,12,24,36,48] [--threshold P] [--resamples N] [--seed N] [--robustness on|off]""";
    private static final int RESAMPLES = 1000;
    private static final int SEED = 2012;

    EvaluateOptions {
        hours = List.copyOf(hours);
        if (threshold.isPresent() && !(threshold.getAsDouble() > 0 && threshold.getAsDouble() < 1)) {
            throw new IllegalArgumentException("--threshold: must lie between 0 and 1, was " + threshold.getAsDouble());
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static EvaluateOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        EvaluateOptions options = new EvaluateOptions(
                arguments.take("--model").map(Path::of).orElse(ShippedModel.FOLDER),
                arguments.path("--data"),
                arguments.path("--outcomes"),
                arguments.path("--report"),
                HoursSeen.parse(arguments.take(HoursSeen.OPTION).orElse(HoursSeen.DEFAULT)),
                arguments.fraction("--threshold"),
                new Bootstrap(
                        Math.toIntExact(arguments.number("--resamples", RESAMPLES)), arguments.number("--seed", SEED)),
                arguments.flag("--robustness", true));
        arguments.finish();
        return options;
    }
}
