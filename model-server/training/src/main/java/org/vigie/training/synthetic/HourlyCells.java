package org.vigie.training.synthetic;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.Arrays;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds the hourly values of the first 48 hours of a stay, [48][37] row-major; an hour without a measurement is NaN.
 *
 * @param values in the units of the catalogue
 */
record HourlyCells(double[] values) {
    private static final int CELLS = HOURS * SERIES;

    static HourlyCells of(LabelledStay stay) {
        double[] values = new double[CELLS];
        Arrays.setAll(
                values,
                cell -> stay.stay().grid().value(cell / SERIES, cell % SERIES).orElse(Double.NaN));
        return new HourlyCells(values);
    }

    static HourlyCells empty() {
        double[] values = new double[CELLS];
        Arrays.fill(values, Double.NaN);
        return new HourlyCells(values);
    }

    /** Sets a cell to the nearest possible value of its variable. */
    void set(int cell, double value) {
        ValueRange possible =
                VariableCatalogue.standard().series().get(cell % SERIES).hard();
        values[cell] = Math.min(Math.max(value, possible.low()), possible.high());
    }

    boolean isMeasured(int cell) {
        return !Double.isNaN(values[cell]);
    }

    HourlyGrid grid() {
        HourlyGrid grid = new HourlyGrid();
        for (int cell = 0; cell < CELLS; cell++) {
            if (isMeasured(cell)) {
                grid.add(cell / SERIES, cell % SERIES, values[cell]);
            }
        }
        return grid;
    }
}
