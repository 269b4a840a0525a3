package org.vigie.signal.impute;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

/**
 * A window without holes. All arrays are row-major [48][37]: cell = row * 37 + series; the last row is hour {@code lastHour} of the stay.
 *
 * @param values in each series' unit
 * @param cells how each value came about
 * @param ages hours since the series was last measured: 0 when measured in that hour, {@link #NEVER} when it never was
 */
public record FilledWindow(int lastHour, float[] values, CellOrigin[] cells, float[] ages) {
    /** Age of a value that was never measured, hours. */
    public static final float NEVER = HOURS;

    public FilledWindow {
        int size = HOURS * SERIES;
        if (values.length != size || cells.length != size || ages.length != size) {
            throw new IllegalArgumentException("window: each array must hold " + size + " cells, had " + values.length
                    + ", " + cells.length + ", " + ages.length);
        }
    }

    /** Hour of the stay in a row; negative before admission. */
    public int hour(int row) {
        return lastHour - HOURS + 1 + row;
    }

    /** Rows since admission, 1 to 48. */
    public int hoursSeen() {
        return Math.min(lastHour + 1, HOURS);
    }

    /** Share of the cells since admission that were not measured, 0 to 1. */
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
