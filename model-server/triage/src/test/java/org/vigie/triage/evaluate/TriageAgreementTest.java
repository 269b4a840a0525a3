package org.vigie.triage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.triage.learn.LevelPrediction;

class TriageAgreementTest {
    private static final List<Double> EVEN = List.of(0.2, 0.2, 0.2, 0.2, 0.2);

    @Test
    void kappaIsThatOfAWorkedExample() {
        // Seen: four visits one step off. By chance: the margins 1 2 3 1 1 and 1 2 2 3 0, 158 weighted pairs of 8
        // visits.
        LevelConfusionMatrix confusion =
                LevelConfusionMatrix.of(new int[] {1, 2, 3, 4, 5, 3, 3, 2}, new int[] {1, 2, 3, 4, 4, 2, 4, 3});

        assertThat(confusion.quadraticKappa()).isCloseTo(1 - 4 / 19.75, within(1e-12));
        assertThat(confusion.accuracy()).isEqualTo(0.5);
    }

    @Test
    void underTriageIsTwoLevelsTooCalm() {
        LevelConfusionMatrix confusion = LevelConfusionMatrix.of(new int[] {1, 1, 2, 5}, new int[] {2, 3, 5, 3});

        assertThat(confusion.underTriage()).isEqualTo(0.5);
        assertThat(confusion.overTriage()).isEqualTo(0.25);
    }

    @Test
    void rankingCountsPairsAndHalvesTies() {
        assertThat(UrgencyRanking.aurocUrgent(new int[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}))
                .isEqualTo(0.75);
        assertThat(UrgencyRanking.aurocUrgent(new int[] {1, 4}, new double[] {2, 2}))
                .isEqualTo(0.5);
        assertThat(UrgencyRanking.aurocUrgent(new int[] {4, 5}, new double[] {2, 2}))
                .isNaN();
    }

    @Test
    void anIntervalHoldsItsValueAndTheSameSeedGivesTheSame() {
        int[] experts = IntStream.range(0, 100).map(i -> 1 + i % 5).toArray();
        List<LevelPrediction> run = IntStream.range(0, 100)
                .mapToObj(i -> new LevelPrediction(i % 5 + i % 3, 1 + i % 4, EVEN))
                .toList();

        Map<TriageMetric, TriageEstimate> estimates = new TriageAgreement(experts, List.of(run, run)).estimates(9);

        assertThat(estimates).isEqualTo(new TriageAgreement(experts, List.of(run, run)).estimates(9));
        assertThat(estimates.values())
                .allMatch(estimate -> estimate.low() <= estimate.value() && estimate.value() <= estimate.high());
    }

    @Test
    void brierOfEvenProbabilities() {
        TriageAgreement agreement =
                new TriageAgreement(new int[] {3}, List.of(List.of(new LevelPrediction(3, 3, EVEN))));

        assertThat(agreement.brier()).isCloseTo(0.8, within(1e-12));
    }
}
