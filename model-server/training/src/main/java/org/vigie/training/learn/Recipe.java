package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.List;

/** The ensemble that ships. Its numbers were found by cross-validation on set A; docs/models tells what else was tried. */
public final class Recipe {
    /** Its networks. */
    public static final List<Architecture> NETS = List.of(
            Architecture.LSTM,
            Architecture.LSTM,
            Architecture.LSTM,
            Architecture.CNN,
            Architecture.CNN,
            Architecture.CNN,
            Architecture.GRU,
            Architecture.CNN_LSTM);
    /** Of every network. */
    public static final int EPOCHS = 20;

    private static final double TREES_WEIGHT = 0.5;

    private Recipe() {}

    /**
     * @param nets one network of each; the same seed gives the same weights
     * @param forest its weight in the mean; what ships has none
     */
    public static EnsembleConfig of(
            List<Architecture> nets, int epochs, int rounds, double forest, long seed, int threads) {
        List<NetConfig> configs = new ArrayList<>();
        nets.forEach(architecture -> configs.add(net(architecture, epochs, seed + configs.size())));
        return new EnsembleConfig(
                configs,
                TreesConfig.defaults().with(rounds, seed),
                TREES_WEIGHT,
                ForestConfig.of(seed),
                forest,
                threads);
    }

    private static NetConfig net(Architecture architecture, int epochs, long seed) {
        return new NetConfig(architecture, 32, 48, epochs, 2e-3, 0.3, 0.2, 0.3, 0.35, 0.4, 0.3, 0.2, seed);
    }
}
