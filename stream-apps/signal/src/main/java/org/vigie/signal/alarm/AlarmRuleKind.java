package org.vigie.signal.alarm;

/** What a rule watches. */
public enum AlarmRuleKind {
    /** One vital sign against its limits. */
    LIMIT,
    /** One vital sign against the patient's own baseline. */
    TREND,
    /** The early-warning score. */
    SCORE,
    /** A predicted risk: it never flashes, never sounds and calls nobody else. */
    RISK,
    /** The equipment: not of the patient. */
    TECHNICAL;

    /** Whether it is an alarm of the patient's present condition. */
    public boolean isOfThePatient() {
        return this != RISK && this != TECHNICAL;
    }
}
