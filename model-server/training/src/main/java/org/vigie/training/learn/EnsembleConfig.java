package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * What is trained together.
 *
 * @param trees grown beside the networks
 * @param treesWeight of the trees in the mean of log odds; the networks share the rest
 * @param threads networks that learn at the same time; the weights do not depend on it
 */
public record EnsembleConfig(List<NetConfig> nets, TreesConfig trees, double treesWeight, int threads) {
    public EnsembleConfig {
        nets = List.copyOf(nets);
        if (nets.isEmpty()) {
            throw new IllegalArgumentException("nets: must hold at least one network");
        }
        if (!(treesWeight >= 0 && treesWeight <= 1)) {
            throw new IllegalArgumentException("treesWeight: must be a share, was " + treesWeight);
        }
    }

    /** Each part's name, the trees last. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            names.add(nets.get(i).architecture().name().toLowerCase(java.util.Locale.ROOT) + "-" + (i + 1));
        }
        names.add("trees");
        return names;
    }

    /** Each part's weight, the trees last. */
    public double[] weights() {
        double[] weights = new double[nets.size() + 1];
        java.util.Arrays.fill(weights, (1 - treesWeight) / nets.size());
        weights[nets.size()] = treesWeight;
        return weights;
    }
}
