package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.vigie.training.learn.network.NetworkArchitecture;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.ExtraTreesConfig;

/** The ensemble that ships. Its numbers were found by cross-validation on set A; docs/models tells what else was tried. */
public final class EnsembleRecipe {
    /** Its networks. */
    public static final List<NetworkArchitecture> NETS = List.of(
            NetworkArchitecture.LSTM,
            NetworkArchitecture.LSTM,
            NetworkArchitecture.LSTM,
            NetworkArchitecture.CNN,
            NetworkArchitecture.CNN,
            NetworkArchitecture.CNN,
            NetworkArchitecture.GRU,
            NetworkArchitecture.CNN_LSTM);
    /** Of every network. */
    public static final int EPOCHS = 20;

    private static final double TREES_WEIGHT = 0.5;

    private EnsembleRecipe() {}

    /**
     * @param nets one network of each; the same seed gives the same weights
     * @param forest its weight in the mean; what ships has none
     */
    public static EnsembleConfig of(
            List<NetworkArchitecture> nets, int epochs, int rounds, double forest, long seed, int threads) {
        List<NetworkConfig> configs = new ArrayList<>();
        nets.forEach(architecture -> configs.add(net(architecture, epochs, seed + configs.size())));
        return new EnsembleConfig(
                configs,
                BoostedTreesConfig.defaults().with(rounds, seed),
                TREES_WEIGHT,
                ExtraTreesConfig.of(seed),
                forest,
                threads);
    }

    private static NetworkConfig net(NetworkArchitecture architecture, int epochs, long seed) {
        return new NetworkConfig(architecture, 32, 48, epochs, 2e-3, 0.3, 0.2, 0.3, 0.35, 0.4, 0.3, 0.2, seed);
    }
}
