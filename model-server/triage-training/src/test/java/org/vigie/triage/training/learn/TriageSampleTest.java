package org.vigie.triage.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriageSampleTest {
    private static final int VISITS = 500;
    private static final int COLUMNS = 10;

    private final TriageSample sample = new TriageSample(
            IntStream.range(0, VISITS).mapToObj(visit -> filled(visit, COLUMNS)).toArray(float[][]::new),
            IntStream.range(0, VISITS).map(visit -> 1 + visit % 5).toArray());

    private static float[] filled(float value, int columns) {
        float[] row = new float[columns];
        Arrays.fill(row, value);
        return row;
    }

    @Test
    void theCopyWithGapsFollowsTheVisitsAndHasTheirLevels() {
        // when
        TriageSample twice = sample.withGaps(1);

        // then
        assertThat(twice.size()).isEqualTo(2 * VISITS);
        assertThat(Arrays.copyOf(twice.rows(), VISITS)).isDeepEqualTo(sample.rows());
        assertThat(Arrays.copyOfRange(twice.levels(), VISITS, 2 * VISITS)).isEqualTo(sample.levels());
    }

    @Test
    void aboutFifteenPercentOfTheCopiedCellsAreMissingAndTheOthersAreKept() {
        // when
        TriageSample twice = sample.withGaps(1);

        // then
        int missing = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            for (float cell : twice.rows()[VISITS + visit]) {
                missing += Float.isNaN(cell) ? 1 : 0;
                assertThat(Float.isNaN(cell) || cell == visit).isTrue();
            }
        }
        assertThat((double) missing / (VISITS * COLUMNS)).isCloseTo(0.15, within(0.02));
    }

    @Test
    void theOriginalRowsKeepTheirCells() {
        // when
        sample.withGaps(1);

        // then
        assertThat(sample.rows()[7]).containsOnly(7f);
    }

    @Test
    void theSameSeedMakesTheSameGapsAndAnotherSeedDoesNot() {
        // when
        float[][] first = sample.withGaps(1).rows();

        // then
        assertThat(Arrays.deepEquals(sample.withGaps(1).rows(), first)).isTrue();
        assertThat(Arrays.deepEquals(sample.withGaps(2).rows(), first)).isFalse();
    }

    @Test
    void onlyTheNamedVisitsAreKeptInTheirOrder() {
        // when
        TriageSample some = sample.only(new int[] {9, 3});

        // then
        assertThat(some.levels()).containsExactly(5, 4);
        assertThat(some.rows()[0][0]).isEqualTo(9f);
        assertThat(some.rows()[1][0]).isEqualTo(3f);
    }
}
