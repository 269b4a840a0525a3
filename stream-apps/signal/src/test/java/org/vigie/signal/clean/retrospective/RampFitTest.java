package org.vigie.signal.clean.retrospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests for which drift the pressures without it vary least. */
class RampFitTest {
    private static final int START = 1_500;
    private static final int END = 2_400;
    /** Distance of two starts that are tried. */
    private static final int STEP = 60;

    private static final double SIZE = 20;
    private static final RampFit DRIFT = new RampFit(START, END, SIZE);

    @Test
    void theStartOfADriftIsFound() {
        assertThat(bestStart(IntStream.range(0, END + 200)
                        .mapToDouble(row -> 120 + row % 3 + DRIFT.at(row))
                        .toArray()))
                .isCloseTo(START, within(STEP));
    }

    @Test
    void aDeteriorationDuringTheDriftDoesNotMoveItsStart() {
        assertThat(bestStart(IntStream.range(0, END + 200)
                        .mapToDouble(row -> 120 + row % 3 + DRIFT.at(row) - (row > 2_000 && row < 2_350 ? 50 : 0))
                        .toArray()))
                .isCloseTo(START, within(STEP));
    }

    private static int bestStart(double... pressure) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int start = END - 2_400; start <= END - 300; start += STEP) {
            double left = new RampFit(start, END, SIZE).variation(List.of(pressure), 0);
            best = left < least ? start : best;
            least = Math.min(least, left);
        }
        return best;
    }
}
