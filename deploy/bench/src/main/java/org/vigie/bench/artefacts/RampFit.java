package org.vigie.bench.artefacts;

import java.util.List;

/**
 * Describes a linear drift.
 *
 * @param start first row with a drift
 * @param end row at which the drift has disappeared
 * @param size drift in the last row before the end
 */
record RampFit(int start, int end, double size) {
    private static final int AFTER = 120;

    double at(int row) {
        return row < start || row >= end ? 0 : size * (row - start) / (end - start);
    }

    /** Returns the summed variance of the signals without the drift, from a row to two minutes after the end. */
    double variation(List<double[]> signals, int from) {
        return signals.stream().mapToDouble(values -> variance(values, from)).sum();
    }

    private double variance(double[] values, int from) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = from; row < Math.min(values.length, end + AFTER); row++) {
            double corrected = values[row] - at(row);
            if (!Double.isNaN(corrected)) {
                sum += corrected;
                squares += corrected * corrected;
                count++;
            }
        }
        return count == 0 ? 0 : squares / count - (sum / count) * (sum / count);
    }
}
