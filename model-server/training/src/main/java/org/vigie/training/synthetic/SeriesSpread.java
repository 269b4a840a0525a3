package org.vigie.training.synthetic;

import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.List;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds the mean and the standard deviation of each series over the measured hours of many stays.
 *
 * @param means 0 where nothing was measured
 * @param deviations 1 where fewer than two different values were measured
 */
record SeriesSpread(double[] means, double[] deviations) {
    static SeriesSpread of(List<LabelledStay> stays) {
        double[] sums = new double[SERIES];
        double[] squares = new double[SERIES];
        int[] counts = new int[SERIES];
        for (LabelledStay stay : stays) {
            add(HourlyCells.of(stay), sums, squares, counts);
        }
        double[] means = new double[SERIES];
        double[] deviations = new double[SERIES];
        for (int series = 0; series < SERIES; series++) {
            means[series] = counts[series] == 0 ? 0 : sums[series] / counts[series];
            double variance =
                    counts[series] == 0 ? 0 : squares[series] / counts[series] - means[series] * means[series];
            deviations[series] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        return new SeriesSpread(means, deviations);
    }

    private static void add(HourlyCells cells, double[] sums, double[] squares, int[] counts) {
        for (int cell = 0; cell < cells.values().length; cell++) {
            if (cells.isMeasured(cell)) {
                sums[cell % SERIES] += cells.values()[cell];
                squares[cell % SERIES] += cells.values()[cell] * cells.values()[cell];
                counts[cell % SERIES]++;
            }
        }
    }

    double deviation(int series) {
        return deviations[series];
    }

    /** Returns a value in standard deviations from the mean of its series. */
    double scaled(int series, double value) {
        return (value - means[series]) / deviations[series];
    }
}
