package org.vigie.training.cohort;

import org.vigie.signal.clean.CleaningReason;

/** Lists why a row of a recording is not used: it cannot be read, or the cleaning rules of the live stream do not keep it. */
public enum UnusedRowReason {
    /** The fields are not those of the format, or the time is invalid. */
    MALFORMED,
    /** The parameter name is missing: {@code 10:45,,1.9}. */
    NO_NAME,
    /** The format does not define the parameter name. */
    UNKNOWN_NAME,
    /** The value is not a number. */
    NOT_A_NUMBER,
    /** The value is -1, which means not recorded. */
    NOT_RECORDED,
    /** The value is physically impossible; the live stream rejects it. */
    OUT_OF_RANGE,
    /** The same value occurs again at the same time; the live stream rejects it. */
    DUPLICATE,
    /** The value jumps away from another value of the same time; in the live stream it is suspect and no input of a score. */
    SPIKE,
    /** A sensor that needs a pulse gave zero, or the value does not change; in the live stream it is suspect and no input of a score. */
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
