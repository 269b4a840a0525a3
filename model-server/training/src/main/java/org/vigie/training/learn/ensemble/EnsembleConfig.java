package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.training.learn.network.NetworkArchitecture;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/**
 * Configures the networks and the boosted trees that are trained together.
 *
 * @param treesWeight weight of the trees in the mean of log odds; the networks share the rest
 * @param threads networks that train at the same time; the weights do not depend on it
 */
public record EnsembleConfig(List<NetworkConfig> nets, BoostedTreesConfig trees, double treesWeight, int threads) {
    /** The networks of the shipped ensemble, found by cross-validation on set A; docs/models describes the other attempts. */
    public static final List<NetworkArchitecture> SHIPPED_NETS = List.of(
            NetworkArchitecture.LSTM,
            NetworkArchitecture.LSTM,
            NetworkArchitecture.LSTM,
            NetworkArchitecture.CNN,
            NetworkArchitecture.CNN,
            NetworkArchitecture.CNN,
            NetworkArchitecture.GRU,
            NetworkArchitecture.CNN_LSTM);

    /** Gives the number of epochs of each network of the shipped ensemble. */
    public static final int SHIPPED_EPOCHS = 20;

    private static final double SHIPPED_TREES_WEIGHT = 0.5;
    private static final String TREES = "trees";

    public EnsembleConfig {
        nets = List.copyOf(nets);
        if (nets.isEmpty()) {
            throw new IllegalArgumentException("nets: must hold at least one network");
        }
        if (!(treesWeight >= 0 && treesWeight <= 1)) {
            throw new IllegalArgumentException("treesWeight: must be a share, was " + treesWeight);
        }
    }

    /**
     * Configures an ensemble like the shipped one.
     *
     * @param nets one network of each
     * @param seed the same seed gives the same weights
     */
    public static EnsembleConfig likeShipped(
            List<NetworkArchitecture> nets, int epochs, int rounds, long seed, int threads) {
        List<NetworkConfig> configs = new ArrayList<>();
        nets.forEach(architecture -> configs.add(net(architecture, epochs, seed + configs.size())));
        return new EnsembleConfig(
                configs, BoostedTreesConfig.defaults().with(rounds, seed), SHIPPED_TREES_WEIGHT, threads);
    }

    private static NetworkConfig net(NetworkArchitecture architecture, int epochs, long seed) {
        return new NetworkConfig(architecture, 32, 48, epochs, 2e-3, 0.3, 0.2, 0.3, 0.35, 0.4, 0.3, 0.2, seed);
    }

    /** Lists the parts: the networks, then the trees. {@link TrainedEnsemble#logits} has the same order. */
    public List<EnsemblePart> parts() {
        List<EnsemblePart> parts = new ArrayList<>();
        for (NetworkConfig net : nets) {
            int column = parts.size();
            String name = net.architecture().name().toLowerCase(Locale.ROOT) + "-" + (column + 1);
            double weight = (1 - treesWeight) / nets.size();
            parts.add(new EnsemblePart(name, EnsemblePartKind.NET, ModelBundle.SAVED_MODEL, column, weight));
        }
        parts.add(new EnsemblePart(TREES, EnsemblePartKind.TREES, TREES + ".ubj", 0, treesWeight));
        return parts;
    }
}
