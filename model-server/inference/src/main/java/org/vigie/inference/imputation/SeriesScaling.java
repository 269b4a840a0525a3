package org.vigie.inference.imputation;

import java.util.Arrays;
import java.util.List;

/**
 * Scales each column to mean 0 and standard deviation 1.
 *
 * @param means in the units of the grids; 0 for an empty column
 * @param deviations standard deviations; 1 for a column without two different values
 * @param medians of the scaled values; 0 for an empty column
 */
public record SeriesScaling(float[] means, float[] deviations, float[] medians) {
    /** Fits on the cells that hold a value. */
    public static SeriesScaling fit(List<ImputationGrid> grids) {
        float[] means = new float[ImputationGrid.COLUMNS];
        float[] deviations = new float[ImputationGrid.COLUMNS];
        float[] medians = new float[ImputationGrid.COLUMNS];
        for (int column = 0; column < ImputationGrid.COLUMNS; column++) {
            double[] values = values(grids, column);
            double mean = Arrays.stream(values).average().orElse(0);
            means[column] = (float) mean;
            deviations[column] = (float) deviation(values, mean);
            medians[column] = values.length == 0 ? 0 : (float) ((median(values) - mean) / deviations[column]);
        }
        return new SeriesScaling(means, deviations, medians);
    }

    private static double deviation(double[] values, double mean) {
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    private static double[] values(List<ImputationGrid> grids, int column) {
        return grids.stream()
                .flatMapToDouble(grid -> Arrays.stream(grid.measured())
                        .filter(cell -> cell % ImputationGrid.COLUMNS == column)
                        .mapToDouble(cell -> grid.values()[cell]))
                .toArray();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Returns true when the column held a value. An empty one keeps mean 0 and deviation 1, which no series has. */
    boolean isLearnt(int column) {
        return means[column] != 0 || deviations[column] != 1;
    }

    /** Scales the values of a grid; empty cells stay empty. */
    public ImputationGrid scaled(ImputationGrid grid) {
        float[] scaled = new float[ImputationGrid.CELLS];
        for (int cell = 0; cell < scaled.length; cell++) {
            scaled[cell] = (float) scaled(cell % ImputationGrid.COLUMNS, grid.values()[cell]);
        }
        return new ImputationGrid(grid.stay(), scaled);
    }

    /** Scales one value of a column. */
    public double scaled(int column, double value) {
        return (value - means[column]) / deviations[column];
    }

    /** Returns a scaled value in the unit of the catalogue. */
    public double unscaled(int column, double scaled) {
        return scaled * deviations[column] + means[column];
    }
}
