package org.vigie.signal.clean;

/** What the device itself says of a value (HL7 OBX-8 and OBX-11, IHE PCD-01). */
public enum MeasurementStatus {
    VALID,
    QUESTIONABLE,
    INVALID,
    UNAVAILABLE,
    CALIBRATION,
    TEST,
    DEMO,
    /** Takes the place of what was said of that instant. */
    CORRECTED,
    /** Takes back what was said of that instant. */
    RETRACTED,
    /** A status that is not known here: the value is doubted. */
    UNKNOWN
}
