package org.vigie.signal.alarm.lifecycle;

/** Tells how it is decided whether an event calls people. */
enum CallDecision {
    /** The event only prepares the next one, which may call. */
    NEVER,
    /** The rules of incidents decide. */
    BY_RULES,
    /** The event calls unless its rule is shelved. */
    ALWAYS
}
