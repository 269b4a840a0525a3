package org.vigie.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.triage.evaluate.LevelConfusionMatrix;

class TriageCrossValidationTest {
    private static final List<TriageTreesConfig> QUICK =
            List.of(new TriageTreesConfig(20, 0.2, 2, 2, 1, 1), new TriageTreesConfig(5, 0.2, 2, 2, 1, 1));
    private static final int VISITS = 200;

    private final Random random = new Random(7);
    private final int[] levels = IntStream.range(0, VISITS).map(i -> 1 + i % 5).toArray();

    private TriageSample sample(double told) {
        float[][] rows = new float[VISITS][];
        for (int i = 0; i < VISITS; i++) {
            rows[i] = new float[] {(float) (told * levels[i] + random.nextGaussian()), random.nextFloat()};
        }
        return new TriageSample(rows, levels);
    }

    private static double kappa(TriageSample sample, List<LevelPrediction> judged) {
        return LevelConfusionMatrix.of(
                        sample.levels(),
                        judged.stream().mapToInt(LevelPrediction::level).toArray())
                .quadraticKappa();
    }

    @Test
    void whatTheRowsTellIsLearnt() {
        TriageSample sample = sample(3);

        assertThat(kappa(sample, TriageCrossValidation.run(QUICK, sample, 1))).isGreaterThan(0.8);
    }

    /** Would fail if any part of a visit's own level reached its judgement. */
    @Test
    void whatTheRowsDoNotTellIsNotLearnt() {
        TriageSample noise = sample(0);

        assertThat(kappa(noise, TriageCrossValidation.run(QUICK, noise, 1))).isBetween(-0.2, 0.2);
    }

    @Test
    void theSameSeedGivesTheSame() {
        TriageSample sample = sample(1);

        assertThat(TriageCrossValidation.run(QUICK, sample, 3)).isEqualTo(TriageCrossValidation.run(QUICK, sample, 3));
    }

    @Test
    void foldsPartTheVisitsWithTheSameMixOfLevels() {
        StratifiedFolds folds = StratifiedFolds.of(levels, 5);

        assertThat(folds.parts().stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, VISITS).boxed().toList());
        for (int part = 0; part < StratifiedFolds.COUNT; part++) {
            assertThat(folds.parts().get(part).stream().filter(place -> levels[place] == 1))
                    .hasSize(8);
            assertThat(folds.without(part))
                    .hasSize(160)
                    .doesNotContainAnyElementsOf(folds.parts().get(part));
        }
    }
}
