package org.vigie.signal.clean;

/** What becomes of a reading. */
public enum CleaningOutcome {
    /** Used everywhere. */
    KEPT,
    /** Shown with a mark; never a cause of an alarm, never the input of a score. */
    SUSPECT,
    /** Stored with its reason, used nowhere. */
    REJECTED,
    /** Takes back what was said of its instant; never a value itself. */
    RETRACTED
}
