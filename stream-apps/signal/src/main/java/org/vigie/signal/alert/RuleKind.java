package org.vigie.signal.alert;

/** What a rule watches. */
public enum RuleKind {
    /** One vital sign against its limits. */
    LIMIT,
    /** The early-warning score. */
    SCORE,
    /** The equipment: not of the patient. */
    TECHNICAL
}
