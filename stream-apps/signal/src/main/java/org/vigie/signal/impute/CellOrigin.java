package org.vigie.signal.impute;

/** How a cell came to its value. */
public enum CellOrigin {
    /** Measured in that very hour. */
    MEASURED,
    /** The last measured value, carried forward. */
    CARRIED,
    /** Never measured: the normal value. */
    NORMAL
}
