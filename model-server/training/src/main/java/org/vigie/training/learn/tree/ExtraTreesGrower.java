package org.vigie.training.learn.tree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.training.feature.FeatureTable;

/**
 * Extremely randomized trees: at each split the best of some features, each cut at random. They err elsewhere than boosted trees do, which
 * look for the best cut. What was never measured goes where the median goes.
 *
 * <p>A leaf says log odds as if they were straight in the share of deaths around the usual one, so that a tree's word counts as much as
 * another's. The same seed gives the same trees.
 *
 * <p>Source: Geurts P, Ernst D, Wehenkel L. Extremely randomized trees. Mach Learn 2006;63(1).
 */
public final class ExtraTreesGrower {
    private final ExtraTreesConfig config;
    private final float[][] columns;
    private final float[] medians;
    private final float[] weights;
    private final boolean[] died;
    private final double usual;
    private SplittableRandom random;
    private XgboostTree tree;

    private ExtraTreesGrower(ExtraTreesConfig config, FeatureTable table) {
        this.config = config;
        int stays = table.died().length;
        float[][] rows = table.rows().values().stream().flatMap(Arrays::stream).toArray(float[][]::new);
        float[][] whole = table.rows().lastEntry().getValue();
        medians = new float[rows[0].length];
        columns = new float[medians.length][rows.length];
        for (int feature = 0; feature < medians.length; feature++) {
            medians[feature] = median(whole, feature);
            for (int row = 0; row < rows.length; row++) {
                float value = rows[row][feature];
                columns[feature][row] = Float.isNaN(value) ? medians[feature] : value;
            }
        }
        weights = new float[rows.length];
        died = new boolean[rows.length];
        double deaths = 0;
        double all = 0;
        for (int row = 0; row < rows.length; row++) {
            died[row] = table.died()[row % stays];
            weights[row] = row >= rows.length - stays ? 1 : (float) config.partial();
            deaths += died[row] ? weights[row] : 0;
            all += weights[row];
        }
        usual = Math.min(0.99, Math.max(0.01, deaths / all));
    }

    /** Learns from each stay after each of the table's hours; the last counts as the whole stay. */
    public static BoostedTrees grow(ExtraTreesConfig config, FeatureTable table) {
        ExtraTreesGrower extraTreesGrower = new ExtraTreesGrower(config, table);
        return BoostedTrees.of(
                IntStream.range(0, config.trees())
                        .mapToObj(extraTreesGrower::tree)
                        .toList(),
                table.columns());
    }

    private XgboostTree tree(int number) {
        random = new SplittableRandom(config.seed() + number);
        tree = new XgboostTree();
        int[] rows = IntStream.range(0, weights.length).toArray();
        grow(tree.root(), rows, 0, rows.length);
        return tree;
    }

    private void grow(int node, int[] rows, int from, int to) {
        double weight = 0;
        double deaths = 0;
        for (int i = from; i < to; i++) {
            weight += weights[rows[i]];
            deaths += died[rows[i]] ? weights[rows[i]] : 0;
        }
        tree.leaf(node, (float) (logOdds(deaths / weight) / config.trees()), (float) weight);
        ExtraTreesSplit split =
                deaths == 0 || deaths == weight || weight < 2 * config.leaf() ? null : split(rows, from, to);
        if (split != null) {
            int middle = split.part(rows, from, to);
            int left = tree.split(node, split.feature, split.cut, medians[split.feature] < split.cut);
            grow(left, rows, from, middle);
            grow(left + 1, rows, middle, to);
        }
    }

    /** Straight in the share: of few stays, all alive or all dead, log odds proper would be endless. */
    private double logOdds(double share) {
        return Math.log(usual / (1 - usual)) + (share - usual) / (usual * (1 - usual));
    }

    /** The best, or null when none leaves enough on both sides. */
    private ExtraTreesSplit split(int[] rows, int from, int to) {
        ExtraTreesSplit best = null;
        int[] features = IntStream.range(0, columns.length).toArray();
        int looked = 0;
        for (int left = features.length; left > 0 && looked < config.features() * columns.length; left--) {
            int at = random.nextInt(left);
            int feature = features[at];
            features[at] = features[left - 1];
            ExtraTreesSplit split = cut(feature, rows, from, to);
            if (split != null) {
                looked++;
                best = split.enough() && (best == null || split.purity() > best.purity()) ? split : best;
            }
        }
        return best;
    }

    /** At random between the lowest and the highest; null when they are the same. */
    private ExtraTreesSplit cut(int feature, int[] rows, int from, int to) {
        float[] column = columns[feature];
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, column[rows[i]]);
            highest = Math.max(highest, column[rows[i]]);
        }
        if (!(lowest < highest)) {
            return null;
        }
        float cut = Math.max(Math.nextUp(lowest), (float) random.nextDouble(lowest, highest));
        ExtraTreesSplit split = new ExtraTreesSplit(feature, cut);
        for (int i = from; i < to; i++) {
            split.add(column[rows[i]] < cut, weights[rows[i]], died[rows[i]]);
        }
        return split;
    }

    private static float median(float[][] rows, int feature) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(row -> row[feature])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? 0 : (float) known[known.length / 2];
    }

    /** A cut and what lies on its sides. */
    private final class ExtraTreesSplit {
        private final int feature;
        private final float cut;
        private final double[] weight = new double[2];
        private final double[] deaths = new double[2];

        ExtraTreesSplit(int feature, float cut) {
            this.feature = feature;
            this.cut = cut;
        }

        void add(boolean below, float one, boolean dead) {
            int side = below ? 0 : 1;
            weight[side] += one;
            deaths[side] += dead ? one : 0;
        }

        boolean enough() {
            return Math.min(weight[0], weight[1]) >= config.leaf();
        }

        /** Gini's, but for what all cuts of a node have in common. */
        double purity() {
            return deaths[0] * deaths[0] / weight[0] + deaths[1] * deaths[1] / weight[1];
        }

        /** The rows below the cut first. @return where the others begin */
        int part(int[] rows, int from, int to) {
            int middle = from;
            for (int i = from; i < to; i++) {
                int row = rows[i];
                if (columns[feature][row] < cut) {
                    rows[i] = rows[middle];
                    rows[middle++] = row;
                }
            }
            return middle;
        }
    }
}
