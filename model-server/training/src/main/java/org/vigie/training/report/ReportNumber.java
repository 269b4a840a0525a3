package org.vigie.training.report;

import java.util.Locale;
import org.vigie.evaluation.IntervalEstimate;

/** Formats a number as the reports write it: three decimals, one decimal from 5 on, {@code none} when it is not finite. */
record ReportNumber(double value) {
    /** Writes a number. */
    static String text(double value) {
        return new ReportNumber(value).toString();
    }

    /** Writes an estimate as {@code 0.853 (0.837 to 0.869)}. */
    static String estimate(IntervalEstimate estimate) {
        return text(estimate.value()) + " (" + text(estimate.low()) + " to " + text(estimate.high()) + ")";
    }

    @Override
    public String toString() {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, Math.abs(value) >= 5 ? "%.1f" : "%.3f", value)
                : "none";
    }
}
