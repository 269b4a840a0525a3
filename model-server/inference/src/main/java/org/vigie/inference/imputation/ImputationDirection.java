package org.vigie.inference.imputation;

import java.util.Locale;

/** Says which hours an imputer may use to fill a cell. */
public enum ImputationDirection {
    /** The cell's own hour and earlier hours, as in the live stream. */
    CAUSAL,
    /** All hours, for replay and training. */
    TWO_SIDED;

    /** Returns the name as in signatures and reports: {@code two_sided}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
