package org.vigie.training.command.features;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.SampleQuantile;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.TreesCrossValidation;

/** Cross-validates trees on whole stays and compares the predictions of the same stays. */
record GainEstimator(
        BoostedTreesConfig trees, CrossValidationFolds split, BootstrapEstimator bootstrap, PrintStream out) {
    /** Returns the probability of each stay, out of fold. */
    float[] predicted(FeatureTable table) {
        return predicted(table, table);
    }

    /**
     * Returns the probability of each stay, out of fold.
     *
     * @param learnt features of the stays where trees learn from them
     * @param tested features of the same stays where they are tested
     */
    float[] predicted(FeatureTable learnt, FeatureTable tested) {
        float[] logits = new TreesCrossValidation(trees, learnt, tested, split)
                .outOfFold(fold -> out.printf("%d columns: fold %d is done%n", tested.columns(), fold))
                .get(HourlyGrid.HOURS);
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return probabilities;
    }

    /**
     * Compares two predictions.
     *
     * @param table features of {@code after}
     */
    FeatureGain gain(String name, FeatureTable table, float[] before, float[] after) {
        BinaryMetrics metrics = BinaryMetrics.of(after, table.died());
        int[] all = IntStream.range(0, after.length).toArray();
        Map<GainMetric, IntervalEstimate> changes = bootstrap.estimate(
                GainMetric.of(all, before, after, table.died()),
                after.length,
                stays -> GainMetric.of(stays, before, after, table.died()),
                SampleQuantile.LINEAR);
        return new FeatureGain(
                name,
                table.columns(),
                metrics.auroc(),
                metrics.auprc(),
                changes.get(GainMetric.AUROC),
                changes.get(GainMetric.AUPRC));
    }
}
