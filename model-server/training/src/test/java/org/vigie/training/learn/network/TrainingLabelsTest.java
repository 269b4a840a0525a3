package org.vigie.training.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrainingLabelsTest {
    /** The stays end in death on the day of admission, on day 3, on day 200, and without a known death. */
    private final TrainingLabels labels = new TrainingLabels(
            new float[] {1, 1, 0, 0},
            new float[] {0, 3, 200, -1},
            new float[] {1, 3, 9, 5},
            new TreeMap<>(Map.of(48, new float[] {0.5f, 1.5f, 2.5f, 3.5f})));

    private float[] atRisk(int stay) {
        float[] days = new float[OutputHeads.DAYS];
        labels.atRisk(stay, days, 0);
        return days;
    }

    private float[] deaths(int stay) {
        float[] days = new float[OutputHeads.DAYS];
        labels.deaths(stay, days, 0);
        return days;
    }

    @Test
    void aStayIsAtRiskUntilTheDayOfItsDeath() {
        assertThat(atRisk(1)).startsWith(1, 1, 1, 0).endsWith(0);
        assertThat(deaths(1)).startsWith(0, 0, 1, 0).endsWith(0);
    }

    @Test
    void aDeathOnTheDayOfAdmissionBelongsToTheFirstDay() {
        assertThat(atRisk(0)).startsWith(1, 0);
        assertThat(deaths(0)).startsWith(1, 0);
    }

    @Test
    void aDeathAfterTheCurveAndNoDeathAreAtRiskOnEveryDay() {
        assertThat(atRisk(2)).containsOnly(1);
        assertThat(atRisk(3)).containsOnly(1);
        assertThat(deaths(2)).containsOnly(0);
        assertThat(deaths(3)).containsOnly(0);
    }

    @Test
    void theDaysAreWrittenFromTheirPlaceOn() {
        // given
        float[] days = new float[OutputHeads.DAYS + 2];

        // when
        labels.deaths(1, days, 2);

        // then
        assertThat(days).startsWith(0, 0, 0, 0, 1, 0);
    }

    @Test
    void onlyTheNamedStaysAreKeptWithTheirTeacher() {
        // when
        TrainingLabels some = labels.only(3, 1);

        // then
        assertThat(some.died()).containsExactly(0, 1);
        assertThat(some.deathDay()).containsExactly(-1, 3);
        assertThat(some.stayDays()).containsExactly(5, 3);
        assertThat(some.teacher().get(48)).containsExactly(3.5f, 1.5f);
    }

    @Test
    void theAverageFollowsTheWeightsSlowlyAndLeavesTheFirstOnesAsTheyWere() {
        // given
        WeightArray start = WeightArray.of(new float[] {0, 10}, 2);
        var average = new WeightAverage(Map.of("dense", start));

        // when
        for (int step = 0; step < 1_000; step++) {
            average.add(Map.of("dense", WeightArray.of(new float[] {1, 10}, 2)));
        }

        // then
        float[] mean = average.weights().get("dense").values();
        assertThat(mean[0]).isCloseTo((float) (1 - Math.pow(0.995, 1_000)), within(1e-3f));
        assertThat(mean[1]).isEqualTo(10);
        assertThat(start.values()).containsExactly(0, 10);
    }

    @Test
    void weightsThatDoNotFillTheirShapeAreRefused() {
        assertThatThrownBy(() -> WeightArray.of(new float[] {1, 2, 3}, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("weight: shape ")
                .hasMessageEndingWith(" does not hold 3 numbers");
    }
}
