package org.vigie.training;

import java.nio.file.Path;
import java.util.List;
import org.vigie.configuration.CommandLines;
import org.vigie.training.learn.EnsembleConfig;
import org.vigie.training.learn.NetConfig;
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
    static final String TREES = "trees";

    /**
     * Draws the settings.
     *
     * @param usual what is drawn around
     * @throws IllegalArgumentException with a sentence for the user
     */
    static SearchOptions of(Path data, Path log, String kind, int settings, long seed, EnsembleConfig usual) {
        if (!kind.matches("trees|nets")) {
            throw new IllegalArgumentException("--of: must be trees or nets, was '" + kind + "'");
        }
        if (settings < 1) {
            throw new IllegalArgumentException("--settings: must be at least 1, was " + settings);
        }
        TreesConfig trees = usual.trees();
        NetConfig net = usual.nets().get(0);
        Space space = new Space(seed);
        return kind.equals(TREES)
                ? new SearchOptions(data, log, seed, kind, new Setting.OfTrees(trees), space.trees(settings, trees))
                : new SearchOptions(data, log, seed, kind, new Setting.OfNet(net), space.nets(settings, net));
    }

    /** What the command line asks for. */
    static SearchOptions parse(String... arguments) {
        return CommandLines.parsed(new SearchCommand(), arguments).options();
    }

    /** Networks are taught by the trees that ship. */
    Fold prepared(Fold fold) {
        return kind.equals(TREES) ? fold : fold.taught(TreesConfig.defaults());
    }
}
