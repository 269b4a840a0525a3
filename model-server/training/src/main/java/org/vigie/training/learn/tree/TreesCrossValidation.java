package org.vigie.training.learn.tree;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.training.feature.FeatureTable;

/**
 * Predicts each stay with trees that did not learn from it.
 *
 * @param folds each stay's fold
 */
public record TreesCrossValidation(BoostedTreesConfig config, FeatureTable table, CrossValidationFolds folds) {
    /**
     * Trains and predicts fold by fold.
     *
     * @param done receives each finished fold
     * @return log odds by hours seen, one for each stay
     */
    public NavigableMap<Integer, float[]> outOfFold(IntConsumer done) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        table.rows().keySet().forEach(hours -> logits.put(hours, new float[table.died().length]));
        folds.forEach((fold, learnt, tested) -> {
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
