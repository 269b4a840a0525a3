package org.vigie.inference.imputation;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.List;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.schemas.variable.ValueRange;

/**
 * Collects the estimates of some windows as tensors, in the units of the recipe. A number outside the possible values of its variable is
 * moved to their end.
 */
final class EstimatedWindows {
    private static final int CELLS = HOURS * SERIES;

    private final int rows;
    private final SeriesScaling scaling;
    private final ImputerRecipe recipe;
    private final float[] medians;
    private final float[] lows;
    private final float[] highs;
    private final float[] estimated;

    EstimatedWindows(int rows, SeriesScaling scaling, ImputerRecipe recipe) {
        this.rows = rows;
        this.scaling = scaling;
        this.recipe = recipe;
        medians = new float[rows * CELLS];
        lows = new float[rows * CELLS];
        highs = new float[rows * CELLS];
        estimated = new float[rows * CELLS];
    }

    /** Adds the estimates of one window. A series that the imputer never saw gets none. */
    void put(int row, WindowGrid window, ImputedCells imputed) {
        for (int cell = 0; cell < CELLS; cell++) {
            int from = window.gridCell(cell);
            if (from >= 0 && Float.isNaN(window.grid().values()[from]) && isLearnt(cell % SERIES, from)) {
                put(row * CELLS + cell, from, recipe.possible(cell % SERIES), imputed);
            }
        }
    }

    private boolean isLearnt(int series, int gridCell) {
        return recipe.estimates(series) && scaling.isLearnt(gridCell % ImputationGrid.COLUMNS);
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
