package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AutocorrelationSumsTest {
    private final AutocorrelationSums sums = new AutocorrelationSums();

    @Test
    void aSlowWaveFollowsItselfAndAnAlternationDoesTheOpposite() {
        // given
        AutocorrelationSums alternating = new AutocorrelationSums();

        // when
        sums.add(1, 2, 3, 4, 5, 5, 4, 3, 2, 1);
        alternating.add(1, 3, 1, 3, 1, 3);

        // then
        assertThat(sums.correlation()).isGreaterThan(.5);
        assertThat(alternating.correlation()).isCloseTo(-1, within(.05));
    }

    @Test
    void onlyHoursThatFollowEachOtherCount() {
        // when
        sums.add(1, Double.NaN, 3, 4, Double.NaN);

        // then
        assertThat(sums.pairs()).isEqualTo(1);
    }

    @Test
    void theLevelOfAStayDoesNotCount() {
        // when: two constant stays of different levels
        sums.add(60, 60, 60);
        sums.add(120, 120, 120);

        // then
        assertThat(sums.pairs()).isEqualTo(4);
        assertThat(sums.correlation()).isZero();
    }
}
