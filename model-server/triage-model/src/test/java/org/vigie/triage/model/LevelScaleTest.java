package org.vigie.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelScaleTest {
    private static final int VISITS = 2000;

    private final Random random = new Random(4);
    private final int[] levels = IntStream.range(0, VISITS)
            .map(i -> new int[] {1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5}[i % 12])
            .toArray();
    private final double[] scores = Arrays.stream(levels)
            .mapToDouble(level -> 3 + 0.5 * (level - 3) + 0.4 * random.nextGaussian())
            .toArray();
    private final LevelScale scale = LevelScale.fit(scores, levels);

    @Test
    void eachLevelIsGivenAsOftenAsTheExpertsGaveIt() {
        // when, then
        for (int level = 1; level <= 5; level++) {
            int wanted = level;
            long given = Arrays.stream(scores)
                    .filter(score -> scale.level(score) == wanted)
                    .count();
            assertThat(given)
                    .isEqualTo(
                            Arrays.stream(levels).filter(each -> each == wanted).count());
        }
    }

    @Test
    void probabilitiesAreNeverNegativeAndTogetherOne() {
        for (double score = -5; score < 12; score += 0.25) {
            assertThat(scale.probabilities(score)).hasSize(5).allMatch(probability -> probability >= 0);
            assertThat(scale.probabilities(score).stream()
                            .mapToDouble(each -> each)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void onAverageTheProbabilityIsTheShare() {
        // when
        double urgent = Arrays.stream(scores)
                .map(score -> scale.probabilities(score).get(0)
                        + scale.probabilities(score).get(1))
                .average()
                .orElseThrow();

        // then
        assertThat(urgent).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aHigherScoreIsNeverMoreUrgent() {
        for (double score = -5; score < 12; score += 0.25) {
            assertThat(scale.level(score + 0.25)).isGreaterThanOrEqualTo(scale.level(score));
        }
    }
}
