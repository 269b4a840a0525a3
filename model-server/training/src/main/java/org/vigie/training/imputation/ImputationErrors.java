package org.vigie.training.imputation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputedCells;
import org.vigie.inference.imputation.SeriesScaling;

/** Collects the errors of an imputer on hidden cells, in standard deviations of each column. */
public final class ImputationErrors {
    private final double[] absolute = new double[ImputationGrid.COLUMNS];
    private final int[] counts = new int[ImputationGrid.COLUMNS];
    private double squares;
    private int covered;

    /** Holds the mean absolute error of one column. */
    public record ColumnError(String variable, int cells, double mae) {}

    /**
     * Adds the hidden cells of one stay.
     *
     * @param imputed in the units of {@code model}
     * @param protocol scaling in which errors are counted
     */
    public void add(ImputedCells imputed, SeriesScaling model, List<HiddenCell> hidden, SeriesScaling protocol) {
        for (HiddenCell cell : hidden) {
            int column = cell.column();
            double truth = model.scaled(column, cell.value());
            double ratio = model.deviations()[column] / protocol.deviations()[column];
            double error = (imputed.median()[cell.cell()] - truth) * ratio;
            absolute[column] += Math.abs(error);
            counts[column]++;
            squares += error * error;
            covered += truth >= imputed.low()[cell.cell()] && truth <= imputed.high()[cell.cell()] ? 1 : 0;
        }
    }

    /** Returns the number of hidden cells. */
    public int cells() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns the mean absolute error over all cells. */
    public double mae() {
        double sum = 0;
        for (double each : absolute) {
            sum += each;
        }
        return sum / cells();
    }

    /** Returns the root of the mean squared error. */
    public double rmse() {
        return Math.sqrt(squares / cells());
    }

    /** Returns the share of true values inside the interval, 0 to 1. */
    public double coverage() {
        return (double) covered / cells();
    }

    /** Returns the error of each column that has a hidden cell. */
    public List<ColumnError> byColumn() {
        List<String> names = ImputationGrid.names();
        List<ColumnError> all = new ArrayList<>();
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] > 0) {
                all.add(new ColumnError(names.get(column), counts[column], absolute[column] / counts[column]));
            }
        }
        return all;
    }
}
