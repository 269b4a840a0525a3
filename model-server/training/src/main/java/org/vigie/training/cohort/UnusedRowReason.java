package org.vigie.training.cohort;

import org.vigie.signal.clean.CleaningReason;

/** Why a row of a recording is not used: it cannot be read, or the rules that clean the live stream do not keep it. */
public enum UnusedRowReason {
    /** Not the format's fields, or a time that is none. */
    MALFORMED,
    /** No parameter name: {@code 10:45,,1.9}. */
    NO_NAME,
    /** A name that the format does not have. */
    UNKNOWN_NAME,
    /** Not a number. */
    NOT_A_NUMBER,
    /** -1: not recorded. */
    NOT_RECORDED,
    /** Physically impossible; live it is rejected. */
    OUT_OF_RANGE,
    /** The same value of the same instant once more; live it is rejected. */
    DUPLICATE,
    /** A jump away from another value of the same instant; live it is suspect and no input to a score. */
    SPIKE,
    /** Zero from a sensor that needs a pulse, or a value that stands still; live it is suspect and no input to a score. */
    FLAT_LINE;

    static UnusedRowReason of(CleaningReason reason) {
        return switch (reason) {
            case NOT_A_NUMBER -> NOT_A_NUMBER;
            case OUT_OF_RANGE -> OUT_OF_RANGE;
            case DUPLICATE -> DUPLICATE;
            case SPIKE -> SPIKE;
            case FLAT_LINE -> FLAT_LINE;
            default -> throw new IllegalArgumentException("a recording is never judged " + reason);
        };
    }
}
