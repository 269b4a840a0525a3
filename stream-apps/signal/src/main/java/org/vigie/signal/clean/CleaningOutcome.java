package org.vigie.signal.clean;

/** Lists the outcomes of cleaning for one reading. */
public enum CleaningOutcome {
    /** The reading is used by all rules. */
    KEPT,
    /** The reading is shown with a mark. It never causes an alarm and is never the input of a score. */
    SUSPECT,
    /** The reading is stored with its reason and used by no rule. */
    REJECTED,
    /** The reading retracts values of its instant and is never a value itself. */
    RETRACTED
}
