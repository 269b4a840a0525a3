package org.vigie.signal.alarm.incident;

/** Names the organ systems that an alarm rule can watch. The rule file holds the table. */
public enum OrganSystem {
    CIRCULATION,
    RESPIRATION,
    CONSCIOUSNESS,
    TEMPERATURE,
    /** Stands for an early-warning score over several organ systems. */
    SCORE,
    /** Says that the rule file names no organ system for the rule. */
    OTHER
}
