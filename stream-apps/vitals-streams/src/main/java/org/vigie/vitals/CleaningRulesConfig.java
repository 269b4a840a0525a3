package org.vigie.vitals;

import org.vigie.signal.clean.CleaningRevision;

/**
 * Configures the cleaning rules.
 *
 * @param revision 2: the rules with which the shipped risk models learnt; 1: without those that {@link CleaningRevision#SECOND} adds
 */
public record CleaningRulesConfig(int revision) {
    public CleaningRulesConfig {
        if (CleaningRevision.numbered(revision).isEmpty()) {
            throw new IllegalArgumentException("cleaning.revision: must be 1 or 2, was " + revision);
        }
    }

    public static CleaningRulesConfig defaults() {
        return new CleaningRulesConfig(CleaningRevision.SHIPPED.number());
    }

    /** Returns the revision of the rules. */
    CleaningRevision rules() {
        return CleaningRevision.numbered(revision).orElseThrow();
    }
}
