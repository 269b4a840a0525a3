package org.vigie.training.learn.tree;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.training.feature.FeatureTable;

/** What trees say about each stay when they did not learn from it. */
public final class TreesCrossValidation {
    private TreesCrossValidation() {}

    /**
     * @param folds each stay's fold
     * @param done told each fold that is done
     * @return log odds by hours seen, one for each stay
     */
    public static NavigableMap<Integer, float[]> outOfFold(
            BoostedTreesConfig config, FeatureTable table, int[] folds, IntConsumer done) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        table.rows().keySet().forEach(hours -> logits.put(hours, new float[folds.length]));
        CrossValidationFolds.of(folds).forEach((fold, learnt, tested) -> {
            FeatureTable test = table.only(tested);
            try (BoostedTrees trees = BoostedTrees.grow(config, table.only(learnt))) {
                test.rows().forEach((hours, rows) -> spread(trees.logits(rows), tested, logits.get(hours)));
            }
            done.accept(fold);
        });
        return logits;
    }

    private static void spread(float[] some, int[] places, float[] all) {
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = some[i];
        }
    }
}
