package org.vigie.inference.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

class WindowGridTest {
    private static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;

    private final float[] values = new float[CELLS];
    private final float[] measured = new float[CELLS];

    @Test
    void theFirstMeasuredHourIsTheFirstHourOfTheGrid() {
        // given
        measure(45, "hr", 80);
        measure(47, "hr", 90);

        // when
        WindowGrid window = WindowGrid.of(values, measured);

        // then
        int heartRate = ImputationGrid.names().indexOf("hr");
        assertThat(window.firstRow()).isEqualTo(45);
        assertThat(window.grid().values()[heartRate]).isEqualTo(80);
        assertThat(window.grid().values()[2 * ImputationGrid.COLUMNS + heartRate])
                .isEqualTo(90);
        assertThat(window.grid().measured()).hasSize(2);
    }

    @Test
    void anEmptyHourOfTheWindowHasItsPlaceInTheGrid() {
        // given
        measure(45, "hr", 80);

        // when
        WindowGrid window = WindowGrid.of(values, measured);

        // then
        assertThat(window.gridCell(46 * HourlyGrid.SERIES + series("hr")))
                .isEqualTo(ImputationGrid.COLUMNS + ImputationGrid.names().indexOf("hr"));
        assertThat(window.gridCell(44 * HourlyGrid.SERIES + series("hr"))).isEqualTo(-1);
        assertThat(window.gridCell(46 * HourlyGrid.SERIES + series("mech_vent")))
                .isEqualTo(-1);
    }

    @Test
    void aWindowWithoutAMeasurementIsAnEmptyGrid() {
        assertThat(WindowGrid.of(values, measured).grid().measured()).isEmpty();
    }

    private void measure(int row, String variable, float value) {
        values[row * HourlyGrid.SERIES + series(variable)] = value;
        measured[row * HourlyGrid.SERIES + series(variable)] = 1;
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}
