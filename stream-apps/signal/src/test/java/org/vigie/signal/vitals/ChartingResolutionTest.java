package org.vigie.signal.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests the rounding of values to the charting resolution. */
class ChartingResolutionTest {
    @Test
    void aHalfIsRoundedUpToTheChartsResolution() {
        assertThat(ChartingResolution.round("spo2", 91.49)).isEqualTo(91);
        assertThat(ChartingResolution.round("spo2", 91.5)).isEqualTo(92);
        assertThat(ChartingResolution.round("temp", 35.04)).isEqualTo(35.0);
        assertThat(ChartingResolution.round("temp", 35.05)).isEqualTo(35.1);
    }

    @Test
    void everyTenthOfADegreeIsTheNumberThatTheTableHolds() {
        // when, then
        for (int tenths = 100; tenths <= 500; tenths++) {
            String written = tenths / 10 + "." + tenths % 10;
            assertThat(ChartingResolution.round("temp", Double.parseDouble(written)))
                    .isEqualTo(Double.parseDouble(written));
        }
    }

    @Test
    void aVariableWithoutAResolutionStaysAsItIs() {
        assertThat(ChartingResolution.round("lactate", 2.345)).isEqualTo(2.345);
    }
}
