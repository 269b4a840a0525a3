package org.vigie.inference.imputation;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.Arrays;

/**
 * Places a live window in the grid of an imputer, whose first hour is the first measured one. The imputer learnt from stays that begin there.
 *
 * @param firstRow first row of the window with a measured cell; 0 when there is none
 * @param grid measured values; an hour of urine is the sum of the window here
 */
record WindowGrid(int firstRow, ImputationGrid grid) {
    /** @param values [48][37] of one window, and measured is 1 where a cell was measured */
    static WindowGrid of(float[] values, float[] measured) {
        int first = firstRow(measured);
        float[] cells = new float[ImputationGrid.CELLS];
        Arrays.fill(cells, Float.NaN);
        for (int cell = first * SERIES; cell < values.length; cell++) {
            int column = ImputationGrid.columnOfSeries(cell % SERIES);
            if (measured[cell] > 0 && column >= 0) {
                cells[(cell / SERIES - first) * ImputationGrid.COLUMNS + column] = values[cell];
            }
        }
        return new WindowGrid(first, new ImputationGrid(0, cells));
    }

    /** Returns the cell of the grid that stands for a cell of the window; -1 before the first row and for ventilation. */
    int gridCell(int windowCell) {
        int row = windowCell / SERIES - firstRow;
        int column = ImputationGrid.columnOfSeries(windowCell % SERIES);
        return row < 0 || column < 0 ? -1 : row * ImputationGrid.COLUMNS + column;
    }

    private static int firstRow(float... measured) {
        for (int cell = 0; cell < HOURS * SERIES; cell++) {
            if (measured[cell] > 0) {
                return cell / SERIES;
            }
        }
        return 0;
    }
}
