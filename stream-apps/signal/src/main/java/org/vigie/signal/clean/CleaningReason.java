package org.vigie.signal.clean;

/** Lists the rules that decide a reading. Each reason has one outcome. */
public enum CleaningReason {
    /** No rule objects. */
    NONE(CleaningOutcome.KEPT),
    /**
     * The reading is older than an earlier one of its channel, or more than a day old. It corrects the past and says nothing about the
     * present.
     */
    OUT_OF_ORDER(CleaningOutcome.KEPT),
    /** The value is implausible but possible. It is kept and marked, because it is real in a dying patient. */
    SOFT_RANGE(CleaningOutcome.KEPT),
    /**
     * The value is a jump that has not persisted yet, a temperature that no body reaches so fast, a value of another signal, or an entry with
     * a wrong decimal point or unit.
     */
    SPIKE(CleaningOutcome.SUSPECT),
    /** The sensor has no signal or stands at the end of its range, or a normal-looking value has not changed for too long. */
    FLAT_LINE(CleaningOutcome.SUSPECT),
    /** The device itself marks the value as questionable. */
    DEVICE_QUESTIONABLE(CleaningOutcome.SUSPECT),
    /** The device is in test or demonstration mode. */
    DEVICE_TEST(CleaningOutcome.SUSPECT),
    /** The same message, or the same value of the same instant, was received before. */
    DUPLICATE(CleaningOutcome.REJECTED),
    /** The value is physically impossible. */
    OUT_OF_RANGE(CleaningOutcome.REJECTED),
    /** The value is missing, not finite, or text. */
    NOT_A_NUMBER(CleaningOutcome.REJECTED),
    /** The variable catalogue does not contain the variable. */
    UNKNOWN_VARIABLE(CleaningOutcome.REJECTED),
    /** The unit is no unit of this variable. */
    UNKNOWN_UNIT(CleaningOutcome.REJECTED),
    /** The reading was measured after the ward's clock, or received after the broker's clock. */
    FUTURE_TIME(CleaningOutcome.REJECTED),
    /** The device reports that this is no measurement. */
    DEVICE_INVALID(CleaningOutcome.REJECTED),
    /** The unit has no such bed. */
    UNKNOWN_BED(CleaningOutcome.REJECTED),
    /** The reading retracts values that its device sent for that instant. */
    RETRACTED(CleaningOutcome.RETRACTED),
    /** Its device retracted the value before it was received, or after it was received for the first time. */
    RETRACTED_BEFORE(CleaningOutcome.REJECTED),
    /** The reading retracts a value that was never sent, or that is no longer stored. */
    NOTHING_TO_RETRACT(CleaningOutcome.REJECTED);

    private final CleaningOutcome outcome;

    CleaningReason(CleaningOutcome outcome) {
        this.outcome = outcome;
    }

    public CleaningOutcome outcome() {
        return outcome;
    }
}
