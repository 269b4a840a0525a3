package org.vigie.training;

import java.nio.file.Path;
import java.util.List;
import org.vigie.training.learn.NetConfig;
import org.vigie.training.learn.Recipe;
import org.vigie.training.learn.TreesConfig;
import org.vigie.training.search.Fold;
import org.vigie.training.search.Setting;
import org.vigie.training.search.Space;

/**
 * What {@code ./vigie search} was asked.
 *
 * @param data folder of PhysioNet-2012; set A is searched on, by its folds
 * @param log gets a line for each trial, behind those that are there
 * @param shipped what is tried beside the drawn settings
 */
record SearchOptions(Path data, Path log, long seed, String kind, Setting shipped, List<Setting> drawn) {
    static final String USAGE = """
            usage: ./vigie search --data DIR --log FILE [--of trees|nets] [--settings N] [--seed N] [--rounds N]
                                  [--epochs N]""";
    private static final String TREES = "trees";
    private static final int SETTINGS = 16;

    /** @throws IllegalArgumentException with a sentence for the user */
    static SearchOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        Path data = arguments.path("--data");
        Path log = arguments.path("--log");
        String kind = arguments.take("--of").orElse(TREES);
        if (!kind.matches("trees|nets")) {
            throw new IllegalArgumentException("--of: must be trees or nets, was '" + kind + "'");
        }
        int settings = Math.toIntExact(arguments.number("--settings", SETTINGS));
        if (settings < 1) {
            throw new IllegalArgumentException("--settings: must be at least 1, was " + settings);
        }
        long seed = arguments.number("--seed", TrainOptions.SEED);
        var usual = Recipe.of(
                Recipe.NETS,
                Math.toIntExact(arguments.number("--epochs", Recipe.EPOCHS)),
                Math.toIntExact(
                        arguments.number("--rounds", TreesConfig.defaults().rounds())),
                0,
                seed,
                1);
        arguments.finish();
        TreesConfig trees = usual.trees();
        NetConfig net = usual.nets().get(0);
        Space space = new Space(seed);
        return kind.equals(TREES)
                ? new SearchOptions(data, log, seed, kind, new Setting.OfTrees(trees), space.trees(settings, trees))
                : new SearchOptions(data, log, seed, kind, new Setting.OfNet(net), space.nets(settings, net));
    }

    /** Networks are taught by the trees that ship. */
    Fold prepared(Fold fold) {
        return kind.equals(TREES) ? fold : fold.taught(TreesConfig.defaults());
    }
}
