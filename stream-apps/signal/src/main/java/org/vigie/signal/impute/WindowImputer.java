package org.vigie.signal.impute;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

/**
 * Fills the window that ends with a given hour: with measured values, else with the last value, else with the normal value, as a recipe says.
 */
public final class WindowImputer {
    private static final WindowImputer SHIPPED = new WindowImputer(PreparationRecipe.SHIPPED);

    private final PreparationRecipe recipe;
    private final float[] normals;

    public WindowImputer(PreparationRecipe recipe) {
        this.recipe = recipe;
        normals = normals(recipe);
    }

    /** Returns the imputer of the models that ship. */
    public static WindowImputer shipped() {
        return SHIPPED;
    }

    /**
     * Fills the window as the models that ship expect it.
     *
     * @param lastHour hour of the stay in the last row, from 0
     */
    public static FilledWindow fill(HourlyGrid grid, int lastHour) {
        return SHIPPED.filled(grid, lastHour);
    }

    public PreparationRecipe recipe() {
        return recipe;
    }

    /**
     * Fills the window.
     *
     * @param lastHour hour of the stay in the last row, from 0
     */
    public FilledWindow filled(HourlyGrid grid, int lastHour) {
        FilledWindow window = new FilledWindow(
                lastHour, new float[HOURS * SERIES], new CellOrigin[HOURS * SERIES], new float[HOURS * SERIES]);
        for (int series = 0; series < SERIES; series++) {
            fillSeries(grid, series, window);
        }
        return window;
    }

    private void fillSeries(HourlyGrid grid, int series, FilledWindow window) {
        int firstRowHour = window.lastHour() - HOURS + 1;
        int measuredHour = Integer.MIN_VALUE;
        float value = normals[series];
        for (int hour = Math.min(grid.firstHour(), firstRowHour); hour <= window.lastHour(); hour++) {
            OptionalDouble measured = value(grid, hour, series);
            if (measured.isPresent()) {
                value = (float) measured.getAsDouble();
                measuredHour = hour;
            }
            if (hour >= firstRowHour) {
                put(window, (hour - firstRowHour) * SERIES + series, value, hour, measuredHour);
            }
        }
    }

    private void put(FilledWindow window, int cell, float value, int hour, int measuredHour) {
        boolean held = measuredHour != Integer.MIN_VALUE
                && hour - measuredHour <= recipe.series().get(cell % SERIES).carryHours();
        window.values()[cell] = held ? value : normals[cell % SERIES];
        window.cells()[cell] =
                measuredHour == hour ? CellOrigin.MEASURED : held ? CellOrigin.CARRIED : CellOrigin.NORMAL;
        window.ages()[cell] = recipe.ages() ? age(measuredHour, hour) : 0;
    }

    private static float age(int measuredHour, int hour) {
        return measuredHour == Integer.MIN_VALUE
                ? FilledWindow.NEVER
                : Math.min(FilledWindow.NEVER, hour - measuredHour);
    }

    /** Returns the hourly value by the steps select, unit, range, merge and resample. */
    private OptionalDouble value(HourlyGrid grid, int hour, int series) {
        SeriesRecipe rule = recipe.series().get(series);
        HourlyGrid.Hour held = grid.hours().get(hour);
        if (held == null || !rule.selected()) {
            return OptionalDouble.empty();
        }
        OptionalDouble own = value(held, series, rule);
        return own.isPresent() || rule.mergedFrom() == SeriesRecipe.NONE ? own : value(held, rule.mergedFrom(), rule);
    }

    private static OptionalDouble value(HourlyGrid.Hour held, int series, SeriesRecipe rule) {
        if (held.counts()[series] == 0) {
            return OptionalDouble.empty();
        }
        double value = rule.conversion().apply(rule.hourly().of(held, series));
        return rule.range().contains(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static float[] normals(PreparationRecipe recipe) {
        float[] normals = new float[SERIES];
        for (int series = 0; series < SERIES; series++) {
            double normal = VariableCatalogue.standard().series().get(series).normal();
            normals[series] = (float) recipe.series().get(series).conversion().apply(normal);
        }
        return normals;
    }
}
