package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void onlyTheOrderCounts() {
        assertThat(RankCorrelation.correlation(new double[] {1, 2, 3, 4}, new double[] {1, 10, 100, 1000}))
                .isEqualTo(1, within(1e-12));
        assertThat(RankCorrelation.correlation(new double[] {1, 2, 3, 4}, new double[] {9, 8, 2, 1}))
                .isEqualTo(-1, within(1e-12));
    }

    /** Ranks 1 2.5 2.5 4 5 and 2 1 3.5 3.5 5: by hand 7.25 / sqrt(9.5 x 9.5). */
    @Test
    void tiedValuesShareTheirMeanRank() {
        assertThat(RankCorrelation.correlation(new double[] {1, 2, 2, 4, 5}, new double[] {2, 1, 3, 3, 5}))
                .isEqualTo(7.25 / 9.5, within(1e-12));
    }

    @Test
    void whatIsTheSameForAllGoesWithNothing() {
        assertThat(RankCorrelation.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
    }
}
