package org.vigie.signal.impute;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

/**
 * Holds a window with a value in every cell. All arrays are row-major [48][37]: cell = row * 37 + series. The last row is hour {@code
 * lastHour} of the stay.
 *
 * @param lastHour hour of the stay in the last row, from 0
 * @param values value of each cell in its series' unit
 * @param cells origin of each value
 * @param ages hours since the series was last measured: 0 when measured in that hour, {@link #NEVER} when never measured
 */
public record FilledWindow(int lastHour, float[] values, CellOrigin[] cells, float[] ages) {
    /** Age of a value that was never measured, in hours. */
    public static final float NEVER = HOURS;

    public FilledWindow {
        int size = HOURS * SERIES;
        if (values.length != size || cells.length != size || ages.length != size) {
            throw new IllegalArgumentException("window: each array must hold " + size + " cells, had " + values.length
                    + ", " + cells.length + ", " + ages.length);
        }
    }

    /** Returns the hour of the stay in a row; negative before admission. */
    public int hour(int row) {
        return lastHour - HOURS + 1 + row;
    }

    /** Returns the number of rows since admission, 1 to 48. */
    public int hoursSeen() {
        return Math.min(lastHour + 1, HOURS);
    }

    /** Returns the share of cells since admission that were not measured, 0 to 1. */
    public double imputedShare() {
        int first = (HOURS - hoursSeen()) * SERIES;
        int imputed = 0;
        for (int cell = first; cell < cells.length; cell++) {
            if (cells[cell] != CellOrigin.MEASURED) {
                imputed++;
            }
        }
        return (double) imputed / (cells.length - first);
    }
}
