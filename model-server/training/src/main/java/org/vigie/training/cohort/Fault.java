package org.vigie.training.cohort;

/** Why a row of a recording is not used. */
public enum Fault {
    /** Not three fields, or a time that is none. */
    MALFORMED,
    /** No parameter name: {@code 10:45,,1.9}. */
    NO_NAME,
    /** A name that PhysioNet-2012 does not have. */
    UNKNOWN_NAME,
    /** Not a number. */
    NOT_A_NUMBER,
    /** -1: not recorded. */
    NOT_RECORDED,
    /** Not physically possible; live it is rejected. */
    OUTSIDE_HARD_RANGE,
    /** Not plausible; live it is suspect and no input to a score. */
    OUTSIDE_SOFT_RANGE
}
