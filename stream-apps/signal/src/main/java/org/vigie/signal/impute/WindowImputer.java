package org.vigie.signal.impute;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

/** Fills the window that ends with a given hour: with measured values, else with the last value, else with the normal value. */
public final class WindowImputer {
    private static final float[] NORMAL = normals();

    private WindowImputer() {}

    /**
     * Fills the window.
     *
     * @param lastHour hour of the stay in the last row, from 0
     */
    public static FilledWindow fill(HourlyGrid grid, int lastHour) {
        float[] values = new float[HOURS * SERIES];
        CellOrigin[] cells = new CellOrigin[HOURS * SERIES];
        float[] ages = new float[HOURS * SERIES];
        for (int series = 0; series < SERIES; series++) {
            fillSeries(grid, lastHour, series, values, cells, ages);
        }
        return new FilledWindow(lastHour, values, cells, ages);
    }

    private static void fillSeries(
            HourlyGrid grid, int lastHour, int series, float[] values, CellOrigin[] cells, float[] ages) {
        int firstRowHour = lastHour - HOURS + 1;
        int measuredHour = Integer.MIN_VALUE;
        float value = NORMAL[series];
        for (int hour = Math.min(grid.firstHour(), firstRowHour); hour <= lastHour; hour++) {
            OptionalDouble measured = grid.value(hour, series);
            if (measured.isPresent()) {
                value = (float) measured.getAsDouble();
                measuredHour = hour;
            }
            if (hour >= firstRowHour) {
                int cell = (hour - firstRowHour) * SERIES + series;
                values[cell] = value;
                cells[cell] = kind(measuredHour, hour);
                ages[cell] = age(measuredHour, hour);
            }
        }
    }

    private static CellOrigin kind(int measuredHour, int hour) {
        if (measuredHour == hour) {
            return CellOrigin.MEASURED;
        }
        return measuredHour == Integer.MIN_VALUE ? CellOrigin.NORMAL : CellOrigin.CARRIED;
    }

    private static float age(int measuredHour, int hour) {
        return measuredHour == Integer.MIN_VALUE
                ? FilledWindow.NEVER
                : Math.min(FilledWindow.NEVER, hour - measuredHour);
    }

    private static float[] normals() {
        var series = VariableCatalogue.standard().series();
        float[] normals = new float[series.size()];
        for (int column = 0; column < normals.length; column++) {
            normals[column] = (float) series.get(column).normal();
        }
        return normals;
    }
}
