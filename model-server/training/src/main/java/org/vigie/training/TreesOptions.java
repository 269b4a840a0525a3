package org.vigie.training;

import java.nio.file.Path;
import org.vigie.training.learn.TreesConfig;

/**
 * What the experiment with boosted trees was asked.
 *
 * @param data folder of PhysioNet-2012 with its folds
 * @param report a folder; gets a report for the cross-validation and one for set B
 */
record TreesOptions(Path data, Path report, TreesConfig trees) {
    static final String USAGE = """
            usage: TreesMain --data DIR --report DIR [--rounds N] [--rate X] [--depth N] [--child-weight X] [--rows X]
                             [--columns X] [--ridge X] [--partial X] [--seed N] [--threads N]""";

    /** @throws IllegalArgumentException with a sentence for the user */
    static TreesOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        TreesConfig defaults = TreesConfig.defaults();
        TreesOptions options = new TreesOptions(
                arguments.path("--data"),
                arguments.path("--report"),
                new TreesConfig(
                        Math.toIntExact(arguments.number("--rounds", defaults.rounds())),
                        arguments.fraction("--rate").orElse(defaults.rate()),
                        Math.toIntExact(arguments.number("--depth", defaults.depth())),
                        arguments.fraction("--child-weight").orElse(defaults.childWeight()),
                        arguments.fraction("--rows").orElse(defaults.rows()),
                        arguments.fraction("--columns").orElse(defaults.columns()),
                        arguments.fraction("--ridge").orElse(defaults.ridge()),
                        arguments.fraction("--partial").orElse(defaults.partial()),
                        arguments.number("--seed", defaults.seed()),
                        Math.toIntExact(arguments.number("--threads", defaults.threads()))));
        arguments.finish();
        return options;
    }
}
