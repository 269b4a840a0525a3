package org.vigie.training.command.features;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.command.predict.RecordedSet;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.prepare.TrainingStayPreparer;

/**
 * Cross-validates trees with each of several recipes on the same stays and folds.
 *
 * @param data folder of PhysioNet-2012 or of {@code ./vigie extract}
 * @param set letter of the set
 * @param imputer folder of the imputer for recipes whose training asks for one
 */
record RecipeComparisonRun(
        Path data, String set, Path imputer, BoostedTreesConfig trees, BootstrapEstimator bootstrap, PrintStream out) {
    private static final int FOLDS = 5;

    /** @param recipes the first one is compared with the others */
    List<FeatureGain> run(List<WindowImputer> recipes) throws IOException {
        RecordedSet recorded = new RecordedSet(data, set);
        Cohort cohort = recorded.cohort(out);
        List<LabelledStay> stays = recorded.labelled(cohort);
        CrossValidationFolds split = CrossValidationFolds.of(recorded.folds(stays, FOLDS, trees.seed()));
        GainEstimator estimator = new GainEstimator(trees, split, bootstrap, out);
        List<FeatureGain> gains = new ArrayList<>();
        float[] before = new float[0];
        for (WindowImputer recipe : recipes) {
            FeatureTable served = table(stays, recipe);
            FeatureTable learnt = learnt(recipe, cohort, stays, served);
            float[] after = estimator.predicted(learnt, served);
            before = gains.isEmpty() ? after : before;
            gains.add(estimator.gain(name(recipe), served, before, after));
            if (!learnt.equals(served)) {
                gains.add(estimator.gain(
                        name(recipe) + ", tested on stays prepared as for training",
                        learnt,
                        before,
                        estimator.predicted(learnt)));
            }
        }
        return gains;
    }

    /** Returns the features that trees learn from; {@code served} when the recipe prepares stays for training as live windows. */
    private FeatureTable learnt(WindowImputer recipe, Cohort cohort, List<LabelledStay> stays, FeatureTable served) {
        try (TrainingStayPreparer preparer = TrainingStayPreparer.open(recipe, imputer)) {
            return preparer.isAsLive()
                    ? served
                    : FeatureTable.of(preparer.prepared(cohort.recordings(), stays), List.of(HourlyGrid.HOURS));
        }
    }

    private static String name(WindowImputer recipe) {
        return recipe.recipe().name() + " " + recipe.recipe().revision();
    }

    private static FeatureTable table(List<LabelledStay> stays, WindowImputer recipe) {
        return FeatureTable.of(
                stays.stream().map(stay -> stay.preparedBy(recipe)).toList(), List.of(HourlyGrid.HOURS));
    }
}
