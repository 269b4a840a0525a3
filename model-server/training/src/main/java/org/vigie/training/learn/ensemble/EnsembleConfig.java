package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePart;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePartKind;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.ExtraTreesConfig;

/**
 * What is trained together.
 *
 * @param trees boosted ones, grown beside the networks
 * @param treesWeight of the boosted trees in the mean of log odds, among what the forest leaves
 * @param forest grown beside both
 * @param forestWeight of the forest in the mean; 0: there is none
 * @param threads networks that learn at the same time; the weights do not depend on it
 */
public record EnsembleConfig(
        List<NetworkConfig> nets,
        BoostedTreesConfig trees,
        double treesWeight,
        ExtraTreesConfig forest,
        double forestWeight,
        int threads) {
    private static final String TREES = "trees";
    private static final String FOREST = "forest";

    public EnsembleConfig {
        nets = List.copyOf(nets);
        if (nets.isEmpty()) {
            throw new IllegalArgumentException("nets: must hold at least one network");
        }
        share("treesWeight", treesWeight);
        share("forestWeight", forestWeight);
    }

    public boolean hasForest() {
        return forestWeight > 0;
    }

    /** The networks, the trees, the forest: {@link TrainedEnsemble} answer in this order. */
    public List<EnsemblePart> parts() {
        List<EnsemblePart> parts = new ArrayList<>();
        double boosted = treesWeight * (1 - forestWeight);
        for (NetworkConfig net : nets) {
            int column = parts.size();
            String name = net.architecture().name().toLowerCase(Locale.ROOT) + "-" + (column + 1);
            double weight = (1 - treesWeight) * (1 - forestWeight) / nets.size();
            parts.add(new EnsemblePart(name, EnsemblePartKind.NET, ModelBundle.SAVED_MODEL, column, weight));
        }
        parts.add(new EnsemblePart(TREES, EnsemblePartKind.TREES, TREES + ".ubj", 0, boosted));
        if (hasForest()) {
            parts.add(new EnsemblePart(FOREST, EnsemblePartKind.TREES, FOREST + ".ubj", 0, forestWeight));
        }
        return parts;
    }

    private static void share(String name, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(name + ": must be a share, was " + weight);
        }
    }
}
