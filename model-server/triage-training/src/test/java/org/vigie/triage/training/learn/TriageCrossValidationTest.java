package org.vigie.triage.training.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageTreesConfig;
import org.vigie.triage.training.evaluate.TriageAgreement;

class TriageCrossValidationTest {
    private static final List<TriageTreesConfig> QUICK =
            List.of(new TriageTreesConfig(20, 0.2, 2, 2, 1, 1), new TriageTreesConfig(5, 0.2, 2, 2, 1, 1));
    private static final int VISITS = 200;

    private final Random random = new Random(7);
    private final int[] levels = IntStream.range(0, VISITS).map(i -> 1 + i % 5).toArray();

    private TriageSample sample(double signal) {
        float[][] rows = new float[VISITS][];
        for (int i = 0; i < VISITS; i++) {
            rows[i] = new float[] {(float) (signal * levels[i] + random.nextGaussian()), random.nextFloat()};
        }
        return new TriageSample(rows, levels);
    }

    private static double kappa(TriageSample sample, List<LevelPrediction> judged) {
        return new TriageAgreement(sample.levels(), List.of(judged)).confusion().quadraticKappa();
    }

    @Test
    void aDependencyInTheRowsIsLearnt() {
        // given
        TriageSample sample = sample(3);

        // when, then
        assertThat(kappa(sample, new TriageCrossValidation(QUICK, 1).predict(sample)))
                .isGreaterThan(0.8);
    }

    /** Would fail if any part of a visit's own level reached its judgement. */
    @Test
    void rowsWithoutADependencyGiveNoAgreement() {
        // given
        TriageSample noise = sample(0);

        // when, then
        assertThat(kappa(noise, new TriageCrossValidation(QUICK, 1).predict(noise)))
                .isBetween(-0.2, 0.2);
    }

    @Test
    void theSameSeedGivesTheSame() {
        // given
        TriageSample sample = sample(1);

        // when, then
        assertThat(new TriageCrossValidation(QUICK, 3).predict(sample))
                .isEqualTo(new TriageCrossValidation(QUICK, 3).predict(sample));
    }
}
