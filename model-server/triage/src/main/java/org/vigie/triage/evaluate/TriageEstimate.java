package org.vigie.triage.evaluate;

import java.util.Locale;

/** A measured number with its 95 % interval. */
public record TriageEstimate(double value, double low, double high) {
    /** As {@code 0.712 (0.673 to 0.748)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
}
