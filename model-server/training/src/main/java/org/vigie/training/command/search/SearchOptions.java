package org.vigie.training.command.search;

import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.search.SearchFold;
import org.vigie.training.search.SearchSetting;
import org.vigie.training.search.SearchSpace;

/**
 * Holds the options of {@code ./vigie search}.
 *
 * @param data folder of PhysioNet-2012; the search uses the folds of set A
 * @param log file to which a line for each trial is appended
 * @param shipped setting that is tried beside the drawn ones
 */
record SearchOptions(Path data, Path log, long seed, String kind, SearchSetting shipped, List<SearchSetting> drawn) {
    static final String TREES = "trees";
    private static final String NETS = "nets";

    /**
     * Draws the settings.
     *
     * @param usual configuration around which settings are drawn
     * @throws IllegalArgumentException with a message for the user
     */
    static SearchOptions of(Path data, Path log, String kind, int settings, long seed, EnsembleConfig usual) {
        if (!kind.matches("trees|nets")) {
            throw new IllegalArgumentException("--of: must be trees or nets, was '" + kind + "'");
        }
        if (settings < 1) {
            throw new IllegalArgumentException("--settings: must be at least 1, was " + settings);
        }
        return kind.equals(TREES)
                ? ofTrees(data, log, settings, seed, usual.trees())
                : ofNets(data, log, settings, seed, usual.nets().get(0));
    }

    private static SearchOptions ofTrees(Path data, Path log, int settings, long seed, BoostedTreesConfig usual) {
        List<SearchSetting> drawn = new SearchSpace(seed).trees(settings, usual);
        return new SearchOptions(data, log, seed, TREES, new SearchSetting.TreesSetting(usual), drawn);
    }

    private static SearchOptions ofNets(Path data, Path log, int settings, long seed, NetworkConfig usual) {
        List<SearchSetting> drawn = new SearchSpace(seed).nets(settings, usual);
        return new SearchOptions(data, log, seed, NETS, new SearchSetting.NetworkSetting(usual), drawn);
    }

    /** Parses a command line. */
    static SearchOptions parse(String... arguments) {
        return CommandRunner.parsed(new SearchCommand(), arguments).options();
    }

    /** Adds the predictions of the shipped trees as softer labels for networks. */
    SearchFold withTeacher(SearchFold fold) {
        return kind.equals(TREES) ? fold : fold.withTreeTeacher(BoostedTreesConfig.defaults());
    }
}
