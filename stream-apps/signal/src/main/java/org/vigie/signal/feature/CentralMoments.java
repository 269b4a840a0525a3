package org.vigie.signal.feature;

/**
 * Holds the first four moments of a series in one pass, by the update formulas of Pebay 2008 (Sandia report 2008-6212), which lose no digits
 * where the mean is large beside the deviation.
 *
 * @param m2 sum of (x - mean)^2
 * @param m3 sum of (x - mean)^3
 * @param m4 sum of (x - mean)^4
 */
record CentralMoments(long count, double mean, double m2, double m3, double m4) {
    static final CentralMoments NONE = new CentralMoments(0, 0, 0, 0, 0);

    /** Returns the moments with one more value. */
    CentralMoments with(double value) {
        double n = count + 1.0;
        double delta = value - mean;
        double part = delta / n;
        double term = delta * part * count;
        double fourth = term * part * part * (n * n - 3 * n + 3) + 6 * part * part * m2 - 4 * part * m3;
        double third = term * part * (n - 2) - 3 * part * m2;
        return new CentralMoments(count + 1, mean + part, m2 + term, m3 + third, m4 + fourth);
    }

    double standardDeviation() {
        return Math.sqrt(m2 / count);
    }

    double skewness() {
        return m3 / count / Math.pow(m2 / count, 1.5);
    }

    double kurtosis() {
        return count * m4 / (m2 * m2) - 3;
    }
}
