package org.vigie.signal.clean;

/** Why a reading was judged as it was. The reason decides the outcome. */
public enum Reason {
    /** Nothing speaks against it. */
    NONE(Outcome.KEPT),
    /** Older than what its channel said before, or than a day: corrects the past, says nothing of now. */
    OUT_OF_ORDER(Outcome.KEPT),
    /** Implausible but possible. Kept and marked: in a dying patient it is true. */
    SOFT_RANGE(Outcome.KEPT),
    /** A jump that has not persisted yet. */
    SPIKE(Outcome.SUSPECT),
    /** No signal, or a normal-looking value that has not moved for too long. */
    FLAT_LINE(Outcome.SUSPECT),
    /** The device doubts the value itself. */
    DEVICE_QUESTIONABLE(Outcome.SUSPECT),
    /** The device is being tested or shown. */
    DEVICE_TEST(Outcome.SUSPECT),
    /** The same message, or the same value of the same instant, once more. */
    DUPLICATE(Outcome.REJECTED),
    /** Physically impossible. */
    OUT_OF_RANGE(Outcome.REJECTED),
    /** Missing, not finite, or text. */
    NOT_A_NUMBER(Outcome.REJECTED),
    /** Not in the variable catalogue. */
    UNKNOWN_VARIABLE(Outcome.REJECTED),
    /** Not a unit of this variable. */
    UNKNOWN_UNIT(Outcome.REJECTED),
    /** Measured after the ward's clock, or received after the broker's. */
    FUTURE_TIME(Outcome.REJECTED),
    /** The device says that this is no measurement. */
    DEVICE_INVALID(Outcome.REJECTED),
    /** No such bed in the unit. */
    UNKNOWN_BED(Outcome.REJECTED),
    /** Takes back what its device said of that instant. */
    RETRACTED(Outcome.RETRACTED),
    /** Its device took it back before it came, or after it came for the first time. */
    RETRACTED_BEFORE(Outcome.REJECTED),
    /** Takes back what was never said, or longer ago than is remembered. */
    NOTHING_TO_RETRACT(Outcome.REJECTED);

    private final Outcome outcome;

    Reason(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
