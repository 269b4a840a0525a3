package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanRanksTest {
    @Test
    void onlyTheOrderCounts() {
        assertThat(correlation(new double[] {1, 2, 3, 4}, new double[] {1, 10, 100, 1000}))
                .isEqualTo(1, within(1e-12));
        assertThat(correlation(new double[] {1, 2, 3, 4}, new double[] {9, 8, 2, 1}))
                .isEqualTo(-1, within(1e-12));
    }

    /** Ranks 1 2.5 2.5 4 5 and 2 1 3.5 3.5 5: by hand 7.25 / sqrt(9.5 x 9.5). */
    @Test
    void tiedNumbersShareTheirMeanRank() {
        assertThat(correlation(new double[] {1, 2, 2, 4, 5}, new double[] {2, 1, 3, 3, 5}))
                .isEqualTo(7.25 / 9.5, within(1e-12));
    }

    @Test
    void aConstantSampleHasNoCorrelation() {
        assertThat(correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    }

    @Test
    void aurocCountsPairsAndHalvesTies() {
        assertThat(MeanRanks.of(new double[] {1, 3, 2, 4}).aurocOfLower(new boolean[] {true, true, false, false}))
                .isEqualTo(0.75);
        assertThat(MeanRanks.of(new double[] {2, 2}).aurocOfLower(new boolean[] {true, false}))
                .isEqualTo(0.5);
        assertThat(MeanRanks.of(new double[] {2, 2}).aurocOfLower(new boolean[] {false, false}))
                .isNaN();
    }

    private static double correlation(double[] one, double[] other) {
        return MeanRanks.of(one).correlationWith(MeanRanks.of(other));
    }
}
