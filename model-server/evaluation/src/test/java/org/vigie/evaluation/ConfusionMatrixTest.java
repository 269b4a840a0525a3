package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    @Test
    void kappaIsThatOfAWorkedExample() {
        // when
        // Seen: four cases one step off. By chance: the margins 1 2 3 1 1 and 1 2 2 3 0, 158 weighted pairs of 8 cases.
        ConfusionMatrix confusion =
                ConfusionMatrix.of(5, new int[] {0, 1, 2, 3, 4, 2, 2, 1}, new int[] {0, 1, 2, 3, 3, 1, 3, 2});

        // then
        assertThat(confusion.quadraticKappa()).isCloseTo(1 - 4 / 19.75, within(1e-12));
        assertThat(confusion.accuracy()).isEqualTo(0.5);
    }

    @Test
    void stepsAreCountedFromTheActualToThePredictedClass() {
        // when
        ConfusionMatrix confusion = ConfusionMatrix.of(5, new int[] {0, 0, 1, 4}, new int[] {1, 2, 4, 2});

        // then
        assertThat(confusion.shareOffBy(2, 5)).isEqualTo(0.5);
        assertThat(confusion.shareOffBy(-5, -2)).isEqualTo(0.25);
    }
}
