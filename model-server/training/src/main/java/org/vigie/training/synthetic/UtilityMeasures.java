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
 */
public record UtilityMeasures(
        @JsonProperty("tstr_auroc") double tstrAuroc,
        @JsonProperty("trtr_auroc") double trtrAuroc,
        double marginals,
        double correlations) {
    /** Measures the synthetic stays against the recorded ones. */
    public static UtilityMeasures of(SyntheticSplit split, BoostedTreesConfig trees) {
        SeriesSpread spread = SeriesSpread.of(split.members());
        ProfileMoments real = ProfileMoments.of(StayProfile.of(split.members(), spread));
        ProfileMoments made = ProfileMoments.of(StayProfile.of(split.synthetic(), spread));
        return new UtilityMeasures(
                auroc(split.synthetic(), split.unused(), trees),
                auroc(split.members(), split.unused(), trees),
                real.meanDifference(made),
                real.correlationDifference(made));
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
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "| trained on synthetic, tested on real: AUROC | %.3f |", tstrAuroc),
                String.format(Locale.ROOT, "| trained on real, tested on real: AUROC | %.3f |", trtrAuroc),
                String.format(Locale.ROOT, "| difference of means, standard deviations | %.3f |", marginals),
                String.format(Locale.ROOT, "| difference of correlations | %.3f |", correlations));
    }
}
