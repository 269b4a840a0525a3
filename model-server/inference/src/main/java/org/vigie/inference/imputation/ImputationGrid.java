package org.vigie.inference.imputation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.window.HourlyGrid;

/**
 * Holds the hourly means of a stay as [48][36], row-major: cell = hour * 36 + column. An empty cell is NaN. The columns are the series of
 * PhysioNet-2012 without mechanical ventilation, which is only ever 1.
 *
 * @param values in the units of the catalogue or of a recipe, or scaled
 */
public record ImputationGrid(int stay, float[] values) {
    /** Rows, in hours since admission. */
    public static final int HOURS = HourlyGrid.HOURS;

    private static final int[] COLUMN_OF_SERIES = columns();

    /** Number of columns. */
    public static final int COLUMNS = HourlyGrid.SERIES - 1;

    /** Number of cells. */
    public static final int CELLS = HOURS * COLUMNS;

    public ImputationGrid {
        if (values.length != CELLS) {
            throw new IllegalArgumentException("grid: must hold " + CELLS + " cells, had " + values.length);
        }
    }

    /** Computes the hourly means of a stay. Hours after the first 48 are left out. */
    public static ImputationGrid of(int stay, HourlyGrid grid) {
        float[] means = new float[CELLS];
        Arrays.fill(means, Float.NaN);
        grid.hours().headMap(HOURS).forEach((hour, held) -> setMeans(means, hour, held));
        return new ImputationGrid(stay, means);
    }

    /** Returns the measured cells of a window as a live imputer sees them: its first measured hour is the first hour of the grid. */
    public static ImputationGrid measuredIn(int stay, FilledWindow window) {
        List<FloatTensor> inputs = new ImputationTensors(window).inputs();
        WindowGrid placed = WindowGrid.of(inputs.get(0).data(), inputs.get(1).data());
        return new ImputationGrid(stay, placed.grid().values());
    }

    private static void setMeans(float[] means, int hour, HourlyGrid.Hour held) {
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            if (COLUMN_OF_SERIES[series] >= 0 && held.counts()[series] > 0) {
                means[hour * COLUMNS + COLUMN_OF_SERIES[series]] =
                        (float) (held.sums()[series] / held.counts()[series]);
            }
        }
    }

    /** Returns the column of a variable; -1 when the grid leaves it out. */
    public static int column(Variable variable) {
        return COLUMN_OF_SERIES[variable.series().orElseThrow()];
    }

    /** Returns the column of a series; -1 when the grid leaves it out. */
    static int columnOfSeries(int series) {
        return COLUMN_OF_SERIES[series];
    }

    /** Returns the names of the columns in the catalogue. */
    public static List<String> names() {
        return IntStream.range(0, HourlyGrid.SERIES)
                .filter(series -> COLUMN_OF_SERIES[series] >= 0)
                .mapToObj(series ->
                        VariableCatalogue.standard().series().get(series).name())
                .toList();
    }

    /** Empties cells. */
    public ImputationGrid without(List<HiddenCell> hidden) {
        float[] visible = values.clone();
        hidden.forEach(cell -> visible[cell.cell()] = Float.NaN);
        return new ImputationGrid(stay, visible);
    }

    /** Returns the cells that hold a value, ascending. */
    public int[] measured() {
        return IntStream.range(0, CELLS)
                .filter(cell -> !Float.isNaN(values[cell]))
                .toArray();
    }

    private static int[] columns() {
        int ventilation = VariableCatalogue.standard()
                .get(VariableNames.MECH_VENT)
                .series()
                .orElseThrow();
        int[] columns = new int[HourlyGrid.SERIES];
        Arrays.setAll(columns, series -> series < ventilation ? series : series - 1);
        columns[ventilation] = -1;
        return columns;
    }
}
