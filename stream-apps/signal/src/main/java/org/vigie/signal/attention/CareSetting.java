package org.vigie.signal.attention;

/** Lists the kinds of units. The kind decides which ladder the unit's board shows. */
public enum CareSetting {
    /** Intensive care. */
    ICU,
    /** Continuous monitoring between intensive care and a ward. */
    STEP_DOWN,
    /** Emergency department. Its board shows a triage scale for arrivals and no attention level. */
    EMERGENCY
}
