package org.vigie.signal.clean;

/** Lists the statuses that a device gives its value (HL7 OBX-8 and OBX-11, IHE PCD-01). */
public enum MeasurementStatus {
    VALID,
    QUESTIONABLE,
    INVALID,
    UNAVAILABLE,
    CALIBRATION,
    TEST,
    DEMO,
    /** Replaces the values of that instant. */
    CORRECTED,
    /** Retracts the values of that instant. */
    RETRACTED,
    /** A status that is not known here; the value is suspect. */
    UNKNOWN
}
