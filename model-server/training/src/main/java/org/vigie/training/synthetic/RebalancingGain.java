package org.vigie.training.synthetic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/** Compares trees that learnt with and without synthetic deaths, out of fold in five folds. With them as many die as survive. */
public record RebalancingGain(
        @JsonProperty("auroc_without") double aurocWithout,
        @JsonProperty("auroc_with") double aurocWith,
        @JsonProperty("auprc_without") double auprcWithout,
        @JsonProperty("auprc_with") double auprcWith,
        @JsonProperty("ece_without") double eceWithout,
        @JsonProperty("ece_with") double eceWith) {
    /** Number of folds. A method that trains a network trains one in each of them. */
    public static final int FOLDS = 5;

    /**
     * Trains and predicts fold by fold.
     *
     * @param folds each stay's fold
     * @param progress gives the listener of the synthesis of one fold, by the number of stays that it makes
     * @param done receives each finished fold
     */
    public static RebalancingGain of(
            SynthesisConfig settings,
            List<LabelledStay> stays,
            CrossValidationFolds folds,
            BoostedTreesConfig trees,
            IntFunction<SynthesisListener> progress,
            IntConsumer done) {
        float[] without = new float[stays.size()];
        float[] with = new float[stays.size()];
        FeatureTable all = FeatureTable.of(stays, List.of(HourlyGrid.HOURS));
        folds.forEach((fold, learnt, tested) -> {
            List<LabelledStay> own = new ArrayList<>();
            for (int place : learnt) {
                own.add(stays.get(place));
            }
            predict(own, trees, all, tested, without);
            predict(rebalanced(settings, own, progress), trees, all, tested, with);
            done.accept(fold);
        });
        BinaryMetrics before = BinaryMetrics.of(without, all.died());
        BinaryMetrics after = BinaryMetrics.of(with, all.died());
        return new RebalancingGain(
                before.auroc(), after.auroc(), before.auprc(), after.auprc(), before.ece(), after.ece());
    }

    private static List<LabelledStay> rebalanced(
            SynthesisConfig settings, List<LabelledStay> own, IntFunction<SynthesisListener> progress) {
        int deaths = (int) own.stream().filter(LabelledStay::died).count();
        int missing = Math.max(0, own.size() - 2 * deaths);
        List<LabelledStay> all = new ArrayList<>(own);
        all.addAll(settings.synthesize(own, missing, 0, progress.apply(missing)));
        return all;
    }

    private static void predict(
            List<LabelledStay> learnt,
            BoostedTreesConfig config,
            FeatureTable all,
            int[] tested,
            float[] probabilities) {
        try (BoostedTrees trees = BoostedTrees.grow(config, FeatureTable.of(learnt, List.of(HourlyGrid.HOURS)))) {
            float[] logits = trees.logits(all.only(tested).rows().get(HourlyGrid.HOURS));
            for (int i = 0; i < tested.length; i++) {
                probabilities[tested[i]] = (float) (1 / (1 + Math.exp(-logits[i])));
            }
        }
    }

    /** Lists the metrics without and with synthetic stays, for a report. */
    public List<List<String>> rows() {
        return List.of(
                row("AUROC", aurocWithout, aurocWith),
                row("AUPRC", auprcWithout, auprcWith),
                row("ECE", eceWithout, eceWith));
    }

    private static List<String> row(String metric, double without, double with) {
        return List.of(metric, String.format(Locale.ROOT, "%.3f", without), String.format(Locale.ROOT, "%.3f", with));
    }
}
