package org.vigie.training.command.features;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.command.predict.RecordedSet;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.feature.SeriesFeatureColumns;
import org.vigie.training.learn.attention.ImputedFeatures;
import org.vigie.training.learn.tree.BoostedTreesConfig;

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
        List<LabelledStay> stays = new RecordedSet(data, set).examples(out);
        CrossValidationFolds split =
                CrossValidationFolds.of(FoldAssignment.read(folds).of(stays));
        GainEstimator estimator = new GainEstimator(trees, split, bootstrap, out);
        FeatureTable own = FeatureTable.of(stays, List.of(HourlyGrid.HOURS));
        float[] before = estimator.predicted(own);
        List<FeatureGain> gains = new ArrayList<>();
        gains.add(estimator.gain("shipped", own, before, before));
        further(own, stays)
                .forEach((name, table) -> gains.add(estimator.gain(name, table, before, estimator.predicted(table))));
        return gains;
    }

    /** Returns the features of the shipped trees with further ones beside them, by name. */
    private Map<String, FeatureTable> further(FeatureTable own, List<LabelledStay> stays) throws IOException {
        Map<String, FeatureTable> further = new LinkedHashMap<>();
        further.put("and 18 of each series", SeriesFeatureColumns.described().beside(own, stays));
        further.put(
                "and 13 spectral of each series",
                SeriesFeatureColumns.spectral().beside(own, stays));
        try (SavedImputer saved = SavedImputer.open(imputer)) {
            saved.recipe().check("--imputer", PreparationRecipe.SHIPPED, "the features are computed with those rules");
            for (ImputationDirection direction : ImputationDirection.values()) {
                further.put(
                        "and imputed, " + direction.word(), new ImputedFeatures(saved, direction).beside(own, stays));
            }
        }
        return further;
    }
}
