package org.vigie.training.command.features;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.SampleQuantile;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.command.evaluate.EvaluationRun;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.feature.DescribedSeriesFeatures;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.attention.ImputedFeatures;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.TreesCrossValidation;

/**
 * Cross-validates trees with the features of the shipped trees, and with further features beside them, on whole stays of 48 hours.
 *
 * @param data folder of PhysioNet-2012
 * @param set letter of the set
 * @param folds file of folds
 * @param imputer folder of an imputer
 */
record FeatureGainRun(
        Path data,
        String set,
        Path folds,
        Path imputer,
        BoostedTreesConfig trees,
        BootstrapEstimator bootstrap,
        PrintStream out) {
    List<FeatureGain> run() throws IOException {
        List<LabelledStay> stays =
                EvaluationRun.examples(PredictionRun.setIn(data, set), data.resolve("Outcomes-" + set + ".txt"), out);
        CrossValidationFolds split =
                CrossValidationFolds.of(FoldAssignment.read(folds).of(stays));
        FeatureTable own = FeatureTable.of(stays, List.of(HourlyGrid.HOURS));
        float[] before = predicted(own, split);
        List<FeatureGain> gains = new ArrayList<>();
        gains.add(gain("shipped", own, before, before));
        further(own, stays).forEach((name, table) -> gains.add(gain(name, table, before, predicted(table, split))));
        return gains;
    }

    /** Returns the features of the shipped trees with further ones beside them, by name. */
    private Map<String, FeatureTable> further(FeatureTable own, List<LabelledStay> stays) throws IOException {
        Map<String, FeatureTable> further = new LinkedHashMap<>();
        further.put("and 18 of each series", new DescribedSeriesFeatures().beside(own, stays));
        try (SavedImputer saved = SavedImputer.open(imputer)) {
            for (ImputationDirection direction : ImputationDirection.values()) {
                further.put(
                        "and imputed, " + direction.word(), new ImputedFeatures(saved, direction).beside(own, stays));
            }
        }
        return further;
    }

    private float[] predicted(FeatureTable table, CrossValidationFolds split) {
        float[] logits = new TreesCrossValidation(trees, table, split)
                .outOfFold(fold -> out.printf("%d columns: fold %d is done%n", table.columns(), fold))
                .get(HourlyGrid.HOURS);
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return probabilities;
    }

    private FeatureGain gain(String name, FeatureTable table, float[] before, float[] after) {
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
