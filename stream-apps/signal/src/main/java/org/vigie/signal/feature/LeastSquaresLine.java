package org.vigie.signal.feature;

/**
 * Holds the sums of a least-squares line in one pass (Welford 1962).
 *
 * @param spread sum of (t - mean of t)^2
 * @param product sum of (t - mean of t) (x - mean of x)
 */
record LeastSquaresLine(long count, double meanHours, double meanValue, double spread, double product) {
    static final LeastSquaresLine NONE = new LeastSquaresLine(0, 0, 0, 0, 0);

    /** Returns the sums with one more value. */
    LeastSquaresLine with(double hours, double value) {
        double n = count + 1.0;
        double away = hours - meanHours;
        double nextHours = meanHours + away / n;
        double nextValue = meanValue + (value - meanValue) / n;
        return new LeastSquaresLine(
                count + 1,
                nextHours,
                nextValue,
                spread + away * (hours - nextHours),
                product + away * (value - nextValue));
    }

    /** Returns the slope per hour; NaN for fewer than two values. */
    double slope() {
        return product / spread;
    }
}
