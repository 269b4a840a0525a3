package org.vigie.signal.clean.retrospective;

import java.util.Arrays;

/** Computes medians over the values of one variable; a missing value is left out, and a median of nothing is NaN. */
public record RowMedian(double[] values) {
    /** Returns the median of the rows from {@code from} (inclusive) to {@code until} (exclusive), cut to the recording. */
    public double of(int from, int until) {
        int first = Math.max(0, from);
        int last = Math.min(values.length, until);
        return first < last ? median(Arrays.copyOfRange(values, first, last)) : Double.NaN;
    }

    /** Returns the median of {@code row} and of {@code reach} rows on each side. */
    public double around(int row, int reach) {
        return of(row - reach, row + reach + 1);
    }

    /** Returns the median distance from {@code centre} in a range of rows. */
    public double deviation(double centre, int from, int until) {
        double[] part = Arrays.copyOfRange(values, Math.max(0, from), Math.min(values.length, until));
        for (int index = 0; index < part.length; index++) {
            part[index] = Math.abs(part[index] - centre);
        }
        return median(part);
    }

    /** Returns the median of some values; their order changes. NaN sorts last. */
    private static double median(double[] some) {
        Arrays.sort(some);
        int count = some.length;
        while (count > 0 && Double.isNaN(some[count - 1])) {
            count--;
        }
        if (count == 0) {
            return Double.NaN;
        }
        return count % 2 == 1 ? some[count / 2] : (some[count / 2 - 1] + some[count / 2]) / 2;
    }
}
