package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapEstimatorTest {
    private static final int STAYS = 400;

    private final float[] probabilities = new float[STAYS];
    private final boolean[] died = new boolean[STAYS];

    BootstrapEstimatorTest() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < STAYS; i++) {
            probabilities[i] = (float) random.nextDouble();
            died[i] = random.nextDouble() < probabilities[i];
        }
    }

    /** A mean's interval is known: 1.96 standard errors to each side. */
    @Test
    void theIntervalOfAMeanHasItsTheoreticalWidth() {
        // given
        double[] errors = IntStream.range(0, STAYS)
                .mapToDouble(i -> Math.pow(probabilities[i] - (died[i] ? 1 : 0), 2))
                .toArray();
        double mean =
                IntStream.range(0, STAYS).mapToDouble(i -> errors[i]).average().orElseThrow();
        double variance = IntStream.range(0, STAYS)
                .mapToDouble(i -> Math.pow(errors[i] - mean, 2))
                .average()
                .orElseThrow();

        IntervalEstimate brier = estimate(2000, 1).get(EvaluationMetric.BRIER);

        double side = 1.96 * Math.sqrt(variance / STAYS);

        // when, then
        assertThat(brier.value()).isEqualTo(mean, within(1e-9));
        assertThat(brier.low()).isEqualTo(mean - side, within(side / 10));
        assertThat(brier.high()).isEqualTo(mean + side, within(side / 10));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        assertThat(estimate(50, 1)).isEqualTo(estimate(50, 1)).isNotEqualTo(estimate(50, 2));
    }

    @Test
    void everyScoreIsEstimatedAndTheMeasuredOneIsOfAllStays() {
        // when
        Map<EvaluationMetric, IntervalEstimate> estimates = estimate(100, 1);

        // then
        assertThat(estimates).containsOnlyKeys(EvaluationMetric.values());
        assertThat(estimates.get(EvaluationMetric.AUROC).value())
                .isEqualTo(BinaryMetrics.of(probabilities, died).auroc())
                .isBetween(
                        estimates.get(EvaluationMetric.AUROC).low(),
                        estimates.get(EvaluationMetric.AUROC).high());
        assertThat(estimates.get(EvaluationMetric.EVENT1).value())
                .isEqualTo(BinaryConfusionMatrix.at(0.5, probabilities, died).event1());
    }

    @Test
    void aSingleDeathIsInEveryResample() {
        // when
        IntervalEstimate auroc = new BootstrapEstimator(200, 1)
                .estimate(new float[] {0.9f, 0.1f, 0.2f}, new boolean[] {true, false, false}, 0.5)
                .get(EvaluationMetric.AUROC);

        // then
        assertThat(auroc).isEqualTo(new IntervalEstimate(1, 1, 1));
    }

    @Test
    void withoutAResampleThereIsNoInterval() {
        assertThatThrownBy(() -> new BootstrapEstimator(0, 1)).hasMessage("resamples: must be at least 1, was 0");
    }

    private Map<EvaluationMetric, IntervalEstimate> estimate(int resamples, long seed) {
        return new BootstrapEstimator(resamples, seed).estimate(probabilities, died, 0.5);
    }
}
