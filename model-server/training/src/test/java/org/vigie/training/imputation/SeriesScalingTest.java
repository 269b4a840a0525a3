package org.vigie.training.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.SeriesScaling;

class SeriesScalingTest {
    @Test
    void aColumnIsScaledByItsMeasuredCells() {
        // when
        SeriesScaling scaling = SeriesScaling.fit(List.of(grid(10, 20), grid(30, Float.NaN)));

        // then
        assertThat(scaling.means()[0]).isEqualTo(20);
        assertThat(scaling.deviations()[0]).isEqualTo(8.1650f, within(1e-3f));
        assertThat(scaling.medians()[0]).isZero();
        assertThat(scaling.scaled(0, 30)).isEqualTo(1.2247, within(1e-3));
        assertThat(scaling.unscaled(0, scaling.scaled(0, 30))).isEqualTo(30, within(1e-4));
    }

    @Test
    void anEmptyColumnAndAConstantOneKeepTheirUnit() {
        // when
        SeriesScaling scaling = SeriesScaling.fit(List.of(grid(10, 10)));

        // then
        assertThat(scaling.deviations()[0]).isEqualTo(1);
        assertThat(scaling.means()[1]).isZero();
        assertThat(scaling.medians()[1]).isZero();
    }

    @Test
    void emptyCellsStayEmpty() {
        // given
        ImputationGrid grid = grid(10, Float.NaN);

        // when
        ImputationGrid scaled = SeriesScaling.fit(List.of(grid)).scaled(grid);

        // then
        assertThat(scaled.measured()).containsExactly(0);
    }

    /** Holds two hours of the first column. */
    private static ImputationGrid grid(float first, float second) {
        float[] values = new float[ImputationGrid.CELLS];
        Arrays.fill(values, Float.NaN);
        values[0] = first;
        values[ImputationGrid.COLUMNS] = second;
        return new ImputationGrid(7, values);
    }
}
