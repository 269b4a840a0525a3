package org.vigie.signal.impute;

/** Lists the origins of a cell's value: measured, carried forward or assumed. */
public enum CellOrigin {
    /** The value was measured in this hour. */
    MEASURED,
    /** The value is the last measured value, carried forward. */
    CARRIED,
    /** The series was never measured; the value is the normal value. */
    NORMAL
}
