package org.vigie.training.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.feature.FeatureTable;

/** The real native library on made-up rows of three features: the first tells who dies, the second nothing, the third is never known. */
class ExtraTreesGrowerIT {
    private static final int STAYS = 300;
    private static final ExtraTreesConfig SMALL = new ExtraTreesConfig(30, 5, 0.7, 0.25, 1);

    @Test
    void whoDiesIsLearntAtEveryNumberOfHours() {
        FeatureTable unseen = table(2);

        try (BoostedTrees forest = ExtraTreesGrower.grow(SMALL, table(1))) {
            for (int hours : new int[] {6, 48}) {
                float[][] rows = unseen.rows().get(hours);
                assertThat(share(forest.logits(rows), unseen.died())).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void theMeanOfWhatItSaysIsTheUsualRisk() {
        FeatureTable table = new FeatureTable(new TreeMap<>(table(1).rows().tailMap(48, true)), table(1).died());

        try (BoostedTrees forest = ExtraTreesGrower.grow(SMALL, table)) {
            double sum = 0;
            for (float logit : forest.logits(table.rows().get(48))) {
                sum += logit;
            }
            assertThat(sum / STAYS).isCloseTo(Math.log(0.25 / 0.75), within(1e-4));
        }
    }

    @Test
    void whatWasNeverMeasuredCountsAsTheMedian() {
        FeatureTable table = table(1);

        try (BoostedTrees forest = ExtraTreesGrower.grow(SMALL, table)) {
            float[] firsts = new float[STAYS];
            for (int i = 0; i < STAYS; i++) {
                firsts[i] = table.rows().get(48)[i][0];
            }
            Arrays.sort(firsts);
            float[] said = forest.logits(new float[][] {
                {Float.NaN, 0, Float.NaN}, {firsts[STAYS / 2], 0, Float.NaN}, {firsts[STAYS - 1], 0, Float.NaN}
            });
            assertThat(said[0]).isEqualTo(said[1]).isLessThan(said[2]);
        }
    }

    @Test
    void theSameSeedGivesTheSameTreesAndAnotherSeedDoesNot() {
        assertThat(logits(1)).isEqualTo(logits(1)).isNotEqualTo(logits(2));
    }

    @Test
    void aSavedForestSaysTheSameAndItsSharesSumToIt(@TempDir Path folder) throws XGBoostError {
        float[][] rows = table(2).rows().get(48);

        try (BoostedTrees forest = ExtraTreesGrower.grow(SMALL, table(1))) {
            forest.save(folder.resolve("forest.ubj"));
            Booster loaded = XGBoost.loadModel(folder.resolve("forest.ubj").toString());
            DMatrix one = new DMatrix(rows[4], 1, 3, Float.NaN);
            float said = loaded.predict(one, true)[0][0];
            float[] shares = loaded.predictContrib(one, 0)[0];
            assertThat(said).isEqualTo(forest.logits(rows)[4]);
            assertThat(shares[0] + shares[1] + shares[2] + shares[3]).isCloseTo(said, within(1e-4f));
            assertThat(shares[0]).isGreaterThan(Math.abs(shares[1]));
            one.dispose();
            loaded.dispose();
        }
    }

    @Test
    void withoutATreeThereIsNoForest() {
        assertThatThrownBy(() -> new ExtraTreesConfig(0, 5, 0.7, 0.25, 1))
                .hasMessage("forest: must have at least 1 tree, had 0");
    }

    private static float[] logits(long seed) {
        try (BoostedTrees forest = ExtraTreesGrower.grow(new ExtraTreesConfig(30, 5, 0.7, 0.25, seed), table(1))) {
            return forest.logits(table(1).rows().get(48));
        }
    }

    /** Of the pairs of a dead and a living stay those ranked rightly. */
    private static double share(float[] logits, boolean... died) {
        int right = 0;
        int pairs = 0;
        for (int dead = 0; dead < died.length; dead++) {
            for (int living = 0; living < died.length; living++) {
                if (died[dead] && !died[living]) {
                    pairs++;
                    right += logits[dead] > logits[living] ? 1 : 0;
                }
            }
        }
        return (double) right / pairs;
    }

    /** Every fourth dies. */
    private static FeatureTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Integer, float[][]> rows = new TreeMap<>();
        boolean[] died = new boolean[STAYS];
        for (int hours : new int[] {6, 48}) {
            float[][] some = new float[STAYS][];
            for (int i = 0; i < STAYS; i++) {
                died[i] = i % 4 == 0;
                float telling = (float) (random.nextDouble() + (died[i] ? 0.7 : 0));
                some[i] = new float[] {telling, (float) random.nextDouble(), Float.NaN};
            }
            rows.put(hours, some);
        }
        return new FeatureTable(rows, died);
    }
}
