package org.vigie.triage.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageMetric;

class TriageAgreementTest {
    private static final List<Double> EVEN = List.of(0.2, 0.2, 0.2, 0.2, 0.2);

    @Test
    void underTriageIsTwoLevelsTooCalm() {
        // given
        List<LevelPrediction> run = List.of(level(2), level(3), level(5), level(3));

        // when
        Map<TriageMetric, IntervalEstimate> estimates =
                new TriageAgreement(new int[] {1, 1, 2, 5}, List.of(run)).estimates(1);

        // then
        assertThat(estimates.get(TriageMetric.UNDER_TRIAGE).value()).isEqualTo(0.5);
        assertThat(estimates.get(TriageMetric.OVER_TRIAGE).value()).isEqualTo(0.25);
    }

    @Test
    void withoutAnUrgentVisitTheRankingIsUndefinedAndTheOtherMetricsAreNot() {
        // given
        List<LevelPrediction> run = List.of(level(4), level(5));

        // when
        Map<TriageMetric, IntervalEstimate> estimates =
                new TriageAgreement(new int[] {4, 5}, List.of(run)).estimates(1);

        // then
        assertThat(estimates.get(TriageMetric.AUROC_URGENT))
                .isEqualTo(new IntervalEstimate(Double.NaN, Double.NaN, Double.NaN));
        assertThat(estimates.get(TriageMetric.ACCURACY)).isEqualTo(new IntervalEstimate(1, 1, 1));
    }

    private static LevelPrediction level(int level) {
        return new LevelPrediction(level, level, EVEN);
    }

    @Test
    void anIntervalHoldsItsValueAndTheSameSeedGivesTheSame() {
        // given
        int[] experts = IntStream.range(0, 100).map(i -> 1 + i % 5).toArray();
        List<LevelPrediction> run = IntStream.range(0, 100)
                .mapToObj(i -> new LevelPrediction(i % 5 + i % 3, 1 + i % 4, EVEN))
                .toList();

        // when
        Map<TriageMetric, IntervalEstimate> estimates = new TriageAgreement(experts, List.of(run, run)).estimates(9);

        // then
        assertThat(estimates).isEqualTo(new TriageAgreement(experts, List.of(run, run)).estimates(9));
        assertThat(estimates.values())
                .allMatch(estimate -> estimate.low() <= estimate.value() && estimate.value() <= estimate.high());
    }

    @Test
    void brierOfEvenProbabilities() {
        // when
        TriageAgreement agreement =
                new TriageAgreement(new int[] {3}, List.of(List.of(new LevelPrediction(3, 3, EVEN))));

        // then
        assertThat(agreement.brier()).isCloseTo(0.8, within(1e-12));
    }
}
