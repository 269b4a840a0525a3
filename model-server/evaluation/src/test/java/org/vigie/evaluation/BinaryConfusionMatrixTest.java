package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinaryConfusionMatrixTest {
    private static final float[] PROBABILITIES = {0.9f, 0.8f, 0.8f, 0.5f, 0.4f, 0.3f, 0.2f, 0.1f};
    private static final boolean[] DIED = {true, false, true, true, false, false, true, false};

    @Test
    void aStayAtTheThresholdIsCalled() {
        // when
        BinaryConfusionMatrix confusion = BinaryConfusionMatrix.at(0.5, PROBABILITIES, DIED);

        // then
        assertThat(confusion).isEqualTo(new BinaryConfusionMatrix(3, 1, 1, 3));
        assertThat(confusion.sensitivity()).isEqualTo(0.75);
        assertThat(confusion.precision()).isEqualTo(0.75);
        assertThat(confusion.specificity()).isEqualTo(0.75);
    }

    @Test
    void eventOneIsTheLowerOfSensitivityAndPrecision() {
        assertThat(BinaryConfusionMatrix.at(0.85, PROBABILITIES, DIED).event1()).isEqualTo(0.25);
        assertThat(BinaryConfusionMatrix.at(0.15, PROBABILITIES, DIED).event1()).isEqualTo(4.0 / 7, within(1e-12));
    }

    @Test
    void withoutAPositivePredictionTheEventScoreIsZero() {
        assertThat(BinaryConfusionMatrix.at(0.95, PROBABILITIES, DIED).event1()).isZero();
    }

    @Test
    void theBestThresholdGivesTheHighestEventOne() {
        // when
        double best = BinaryMetrics.curve(PROBABILITIES, DIED).bestThreshold();

        // then
        assertThat(best).isEqualTo(0.5);
        for (float other : PROBABILITIES) {
            assertThat(BinaryConfusionMatrix.at(other, PROBABILITIES, DIED).event1())
                    .isLessThanOrEqualTo(
                            BinaryConfusionMatrix.at(best, PROBABILITIES, DIED).event1());
        }
    }
}
