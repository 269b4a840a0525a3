package org.vigie.signal.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;

class WindowEstimatesTest {
    private static final ImputerIdentity IMPUTER = new ImputerIdentity("imputer-attention", "1", "ab");

    @Test
    void eachCellHasItsEstimateAndItsInterval() {
        // when
        WindowEstimates estimates = new WindowEstimates(
                IMPUTER, new int[] {3, 40}, new float[] {80, 7}, new float[] {70, 6}, new float[] {95, 7});

        // then
        assertThat(estimates.cells()).containsExactly(3, 40);
        assertThat(estimates.highs()).containsExactly(95, 7);
    }

    @Test
    void anEstimateOutsideItsIntervalIsRefused() {
        assertThatThrownBy(() -> new WindowEstimates(
                        IMPUTER, new int[] {3}, new float[] {80}, new float[] {81}, new float[] {95}))
                .hasMessage("estimates: cell 3 must lie in its interval, was 80.0 in 81.0 to 95.0");
    }

    @Test
    void listsOfOtherLengthsAreRefused() {
        assertThatThrownBy(() ->
                        new WindowEstimates(IMPUTER, new int[] {3}, new float[] {80}, new float[] {}, new float[] {95}))
                .hasMessage("estimates: each array must hold 1 numbers, had 1, 0, 1");
    }
}
