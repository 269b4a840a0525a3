package org.vigie.vitals;

import org.vigie.signal.clean.CleaningRevision;

/**
 * Configures the cleaning rules.
 *
 * @param revision 1: the rules with which the shipped risk models learnt; 2: with the rules that {@link CleaningRevision#SECOND} adds
 */
public record CleaningRulesConfig(int revision) {
    public CleaningRulesConfig {
        if (CleaningRevision.numbered(revision).isEmpty()) {
            throw new IllegalArgumentException("cleaning.revision: must be 1 or 2, was " + revision);
        }
    }

    public static CleaningRulesConfig defaults() {
        return new CleaningRulesConfig(1);
    }

    /** Returns the revision of the rules. */
    CleaningRevision rules() {
        return CleaningRevision.numbered(revision).orElseThrow();
    }
}
