package org.vigie.evaluation;

import java.util.Locale;

/**
 * Holds a measured number with its 95 % interval.
 *
 * @param low 2.5th percentile of the resamples
 * @param high 97.5th percentile of the resamples
 */
public record IntervalEstimate(double value, double low, double high) {
    /** Writes the estimate as {@code 0.712 (0.673 to 0.748)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
}
