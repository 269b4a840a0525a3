package org.vigie.signal.alarm;

/** Lists the kinds of alarm rules, by what they evaluate. */
public enum AlarmRuleKind {
    /** One vital sign against its limits. */
    LIMIT,
    /** One vital sign against the patient's own baseline. */
    TREND,
    /** The early-warning score. */
    SCORE,
    /** A predicted risk. It never flashes, never sounds and never escalates. */
    RISK,
    /** The equipment, not the patient. */
    TECHNICAL;

    /** Returns true when the rule concerns the patient's present condition. */
    public boolean isOfThePatient() {
        return this != RISK && this != TECHNICAL;
    }
}
