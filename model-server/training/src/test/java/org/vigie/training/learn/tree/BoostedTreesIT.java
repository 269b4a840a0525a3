package org.vigie.training.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.LabelledStay;

/** Tests the real native library on made-up stays. */
class BoostedTreesIT {
    private static final List<Integer> HOURS = List.of(6, 48);
    private static final BoostedTreesConfig SMALL = config(1);

    @Test
    void aFastHeartIsLearntAtEveryNumberOfHours() {
        // given
        FeatureTable learnt = FeatureTable.of(stays(300, 1, true), HOURS);
        FeatureTable unseen = FeatureTable.of(stays(200, 2, true), HOURS);

        try (BoostedTrees trees = BoostedTrees.grow(SMALL, learnt)) {
            // when, then
            for (int hours : HOURS) {
                assertThat(BinaryMetrics.of(odds(trees.logits(unseen.rows().get(hours))), unseen.died())
                                .auroc())
                        .isGreaterThan(0.95);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameTreesAndAnotherSeedDoesNot() {
        // given
        FeatureTable table = FeatureTable.of(stays(200, 1, true), HOURS);

        // when, then
        assertThat(logits(config(1), table)).isEqualTo(logits(config(1), table)).isNotEqualTo(logits(config(2), table));
    }

    @Test
    void aStayWithoutAnyMeasurementIsAnsweredToo() {
        // given
        FeatureTable table = FeatureTable.of(stays(200, 1, true), HOURS);
        LabelledStay silent = new LabelledStay(1, new HourlyGrid(), StaticFeatures.UNKNOWN, false);

        try (BoostedTrees trees = BoostedTrees.grow(SMALL, table)) {
            // when, then
            assertThat(trees.logits(FeatureTable.of(List.of(silent), HOURS)
                            .rows()
                            .get(48))[0])
                    .isFinite();
        }
    }

    /** Deaths that depend on no input. A model that used a stay's outcome in training would rank it; an out-of-fold model cannot. */
    @Test
    void nothingLeaksFromAFoldIntoItsTest() {
        // given
        FeatureTable table = FeatureTable.of(stays(300, 3, false), HOURS);
        int[] folds = IntStream.range(0, 300).map(i -> i / 4 % 5).toArray();

        List<Integer> done = new ArrayList<>();
        float[] outOfFold = new TreesCrossValidation(SMALL, table, CrossValidationFolds.of(folds))
                .outOfFold(done::add)
                .get(48);

        // when, then
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        assertThat(BinaryMetrics.of(odds(logits(SMALL, table)), table.died()).auroc())
                .isGreaterThan(0.8);
        assertThat(BinaryMetrics.of(odds(outOfFold), table.died()).auroc()).isBetween(0.35, 0.65);
    }

    @Test
    void withoutARoundThereIsNoTree() {
        assertThatThrownBy(() -> new BoostedTreesConfig(0, 0.1, 3, 1, 0.7, 0.5, 1, 0.5, 1, 1))
                .hasMessage("rounds: must be at least 1, was 0");
    }

    private static BoostedTreesConfig config(long seed) {
        return new BoostedTreesConfig(60, 0.1, 3, 1, 0.7, 0.5, 1, 0.5, seed, 1);
    }

    private static float[] logits(BoostedTreesConfig config, FeatureTable table) {
        try (BoostedTrees trees = BoostedTrees.grow(config, table)) {
            return trees.logits(table.rows().get(48));
        }
    }

    private static float[] odds(float[] logits) {
        float[] odds = new float[logits.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return odds;
    }

    /** @param informative whether who dies has a fast heart */
    private static List<LabelledStay> stays(int count, long seed, boolean informative) {
        int hr = VariableCatalogue.standard().get("hr").series().orElseThrow();
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(id -> {
                    boolean died = id % 4 == 0;
                    HourlyGrid grid = new HourlyGrid();
                    for (int hour = 0; hour < 48; hour++) {
                        grid.add(hour, hr, (informative && died ? 105 : 80) + random.nextInt(-20, 20));
                    }
                    StaticFeatures staticFeatures = new StaticFeatures(
                            random.nextInt(40, 90),
                            StaticFeatures.AdministrativeSex.MALE,
                            170,
                            70,
                            StaticFeatures.UnitType.MEDICAL);
                    return new LabelledStay(id, grid, staticFeatures, died);
                })
                .toList();
    }
}
