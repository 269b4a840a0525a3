package org.vigie.signal.clean;

/** What the device itself says of a value (HL7 OBX-8 and OBX-11, IHE PCD-01). */
public enum Status {
    VALID,
    QUESTIONABLE,
    INVALID,
    UNAVAILABLE,
    CALIBRATION,
    TEST,
    DEMO,
    /** A status that is not known here: the value is doubted. */
    UNKNOWN
}
