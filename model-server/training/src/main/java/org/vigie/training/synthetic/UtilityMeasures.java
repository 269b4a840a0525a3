package org.vigie.training.synthetic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/**
 * Tells what synthetic stays are worth.
 *
 * @param tstrAuroc AUROC of trees that learnt from synthetic stays, on unused recorded stays
 * @param trtrAuroc AUROC of trees that learnt from the members, on the same stays
 * @param marginals mean difference of the numbers of a profile, in standard deviations
 * @param correlations mean difference of the correlations between the numbers of a profile
 * @param autocorrelations mean difference of the correlation of a series from one hour to the next
 */
public record UtilityMeasures(
        @JsonProperty("tstr_auroc") double tstrAuroc,
        @JsonProperty("trtr_auroc") double trtrAuroc,
        double marginals,
        double correlations,
        double autocorrelations) {
    /** Measures the synthetic stays against the recorded ones. */
    public static UtilityMeasures of(SyntheticSplit split, BoostedTreesConfig trees) {
        SeriesSpread spread = SeriesSpread.of(split.members());
        ProfileMoments real = ProfileMoments.of(StayProfile.of(split.members(), spread));
        ProfileMoments made = ProfileMoments.of(StayProfile.of(split.synthetic(), spread));
        return new UtilityMeasures(
                auroc(split.synthetic(), split.unused(), trees),
                auroc(split.members(), split.unused(), trees),
                real.meanDifference(made),
                real.correlationDifference(made),
                autocorrelations(split));
    }

    /** Returns 0 where no series has enough following hours. */
    private static double autocorrelations(SyntheticSplit split) {
        return split.series().stream()
                .mapToDouble(SeriesComparison::autocorrelationDifference)
                .filter(difference -> !Double.isNaN(difference))
                .average()
                .orElse(0);
    }

    private static double auroc(List<LabelledStay> learnt, List<LabelledStay> tested, BoostedTreesConfig config) {
        FeatureTable test = FeatureTable.of(tested, List.of(HourlyGrid.HOURS));
        try (BoostedTrees trees = BoostedTrees.grow(config, FeatureTable.of(learnt, List.of(HourlyGrid.HOURS)))) {
            float[] logits = trees.logits(test.rows().get(HourlyGrid.HOURS));
            float[] probabilities = new float[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
            }
            return BinaryMetrics.of(probabilities, test.died()).auroc();
        }
    }

    /** Lists the measures by name, for a report. */
    public List<List<String>> rows() {
        return List.of(
                row("trained on synthetic, tested on real: AUROC", tstrAuroc),
                row("trained on real, tested on real: AUROC", trtrAuroc),
                row("difference of means, standard deviations", marginals),
                row("difference of correlations", correlations),
                row("difference of autocorrelations", autocorrelations));
    }

    private static List<String> row(String measure, double value) {
        return List.of(measure, String.format(Locale.ROOT, "%.3f", value));
    }
}
