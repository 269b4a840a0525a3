package org.vigie.signal.clean.retrospective;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Describes a linear drift.
 *
 * @param start first row with a drift
 * @param end row at which the drift has disappeared
 * @param size drift in the last row before the end
 */
record RampFit(int start, int end, double size) {
    private static final int AFTER = 120;
    /** Share of the values nearest to their median that count, so that a deterioration in between does not. */
    private static final double USED = 0.8;

    double at(int row) {
        return row < start || row >= end ? 0 : size * (row - start) / (end - start);
    }

    /** Returns the summed variance of the signals without the drift, from a row to two minutes after the end. */
    double variation(List<double[]> signals, int from) {
        return signals.stream().mapToDouble(values -> variance(values, from)).sum();
    }

    private double variance(double[] values, int from) {
        double[] corrected = IntStream.range(from, Math.min(values.length, end + AFTER))
                .mapToDouble(row -> values[row] - at(row))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double middle = new RowMedian(corrected).of(0, corrected.length);
        return DoubleStream.of(corrected)
                .map(value -> (value - middle) * (value - middle))
                .sorted()
                .limit(Math.round(USED * corrected.length))
                .average()
                .orElse(0);
    }
}
