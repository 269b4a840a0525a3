package org.vigie.signal.clean;

/** Why a reading was judged as it was. The reason decides the outcome. */
public enum CleaningReason {
    /** Nothing speaks against it. */
    NONE(CleaningOutcome.KEPT),
    /** Older than what its channel said before, or than a day: corrects the past, says nothing of now. */
    OUT_OF_ORDER(CleaningOutcome.KEPT),
    /** Implausible but possible. Kept and marked: in a dying patient it is true. */
    SOFT_RANGE(CleaningOutcome.KEPT),
    /** A jump that has not persisted yet. */
    SPIKE(CleaningOutcome.SUSPECT),
    /** No signal, or a normal-looking value that has not moved for too long. */
    FLAT_LINE(CleaningOutcome.SUSPECT),
    /** The device doubts the value itself. */
    DEVICE_QUESTIONABLE(CleaningOutcome.SUSPECT),
    /** The device is being tested or shown. */
    DEVICE_TEST(CleaningOutcome.SUSPECT),
    /** The same message, or the same value of the same instant, once more. */
    DUPLICATE(CleaningOutcome.REJECTED),
    /** Physically impossible. */
    OUT_OF_RANGE(CleaningOutcome.REJECTED),
    /** Missing, not finite, or text. */
    NOT_A_NUMBER(CleaningOutcome.REJECTED),
    /** Not in the variable catalogue. */
    UNKNOWN_VARIABLE(CleaningOutcome.REJECTED),
    /** Not a unit of this variable. */
    UNKNOWN_UNIT(CleaningOutcome.REJECTED),
    /** Measured after the ward's clock, or received after the broker's. */
    FUTURE_TIME(CleaningOutcome.REJECTED),
    /** The device says that this is no measurement. */
    DEVICE_INVALID(CleaningOutcome.REJECTED),
    /** No such bed in the unit. */
    UNKNOWN_BED(CleaningOutcome.REJECTED),
    /** Takes back what its device said of that instant. */
    RETRACTED(CleaningOutcome.RETRACTED),
    /** Its device took it back before it came, or after it came for the first time. */
    RETRACTED_BEFORE(CleaningOutcome.REJECTED),
    /** Takes back what was never said, or longer ago than is remembered. */
    NOTHING_TO_RETRACT(CleaningOutcome.REJECTED);

    private final CleaningOutcome outcome;

    CleaningReason(CleaningOutcome outcome) {
        this.outcome = outcome;
    }

    public CleaningOutcome outcome() {
        return outcome;
    }
}
