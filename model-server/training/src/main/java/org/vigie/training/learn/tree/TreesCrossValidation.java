package org.vigie.training.learn.tree;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.training.feature.FeatureTable;

/**
 * Predicts each stay with trees that did not learn from it.
 *
 * @param learnt features of the stays where trees learn from them
 * @param tested features of the same stays where they are tested
 * @param folds each stay's fold
 */
public record TreesCrossValidation(
        BoostedTreesConfig config, FeatureTable learnt, FeatureTable tested, CrossValidationFolds folds) {
    /** Creates a validation that learns from and tests on the same features. */
    public TreesCrossValidation(BoostedTreesConfig config, FeatureTable table, CrossValidationFolds folds) {
        this(config, table, table, folds);
    }

    /**
     * Trains and predicts fold by fold.
     *
     * @param done receives each finished fold
     * @return log odds by hours seen, one for each stay
     */
    public NavigableMap<Integer, float[]> outOfFold(IntConsumer done) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        tested.rows().keySet().forEach(hours -> logits.put(hours, new float[tested.died().length]));
        folds.forEach((fold, others, own) -> {
            FeatureTable test = tested.only(own);
            try (BoostedTrees trees = BoostedTrees.grow(config, learnt.only(others))) {
                test.rows().forEach((hours, rows) -> spread(trees.logits(rows), own, logits.get(hours)));
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
