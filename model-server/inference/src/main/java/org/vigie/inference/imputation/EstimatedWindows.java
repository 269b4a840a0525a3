package org.vigie.inference.imputation;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.List;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Collects the estimates of some windows as tensors, in the units of the catalogue. A number outside the possible values of its variable is
 * moved to their end.
 */
final class EstimatedWindows {
    private static final int CELLS = HOURS * SERIES;

    private static final List<Variable> VARIABLES = VariableCatalogue.standard().series();

    private final int rows;
    private final SeriesScaling scaling;
    private final float[] medians;
    private final float[] lows;
    private final float[] highs;
    private final float[] estimated;

    EstimatedWindows(int rows, SeriesScaling scaling) {
        this.rows = rows;
        this.scaling = scaling;
        medians = new float[rows * CELLS];
        lows = new float[rows * CELLS];
        highs = new float[rows * CELLS];
        estimated = new float[rows * CELLS];
    }

    /** Adds the estimates of one window. An hour of urine is a sum here and a mean in the imputer, so it gets no estimate. */
    void put(int row, WindowGrid window, ImputedCells imputed) {
        for (int cell = 0; cell < CELLS; cell++) {
            int from = window.gridCell(cell);
            Variable variable = VARIABLES.get(cell % SERIES);
            boolean wanted = from >= 0
                    && Float.isNaN(window.grid().values()[from])
                    && !variable.name().equals(VariableNames.URINE);
            if (wanted) {
                put(row * CELLS + cell, from, variable.hard(), imputed);
            }
        }
    }

    private void put(int to, int from, ValueRange possible, ImputedCells imputed) {
        int column = from % ImputationGrid.COLUMNS;
        medians[to] = inside(possible, scaling.unscaled(column, imputed.median()[from]));
        lows[to] = inside(possible, scaling.unscaled(column, imputed.low()[from]));
        highs[to] = inside(possible, scaling.unscaled(column, imputed.high()[from]));
        estimated[to] = 1;
    }

    private static float inside(ValueRange possible, double value) {
        return (float) Math.min(Math.max(value, possible.low()), possible.high());
    }

    List<FloatTensor> tensors() {
        return List.of(
                tensor(ImputationTensors.MEDIAN, medians),
                tensor(ImputationTensors.LOW, lows),
                tensor(ImputationTensors.HIGH, highs),
                tensor(ImputationTensors.ESTIMATED, estimated));
    }

    private FloatTensor tensor(String name, float... numbers) {
        return new FloatTensor(name, new long[] {rows, HOURS, SERIES}, numbers);
    }
}
