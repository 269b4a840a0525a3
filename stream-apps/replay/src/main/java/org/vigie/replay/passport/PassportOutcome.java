package org.vigie.replay.passport;

/** Names the outcomes of a verification. */
public enum PassportOutcome {
    /** The result was computed again with the same outcome. */
    SAME,
    /** The computed result differs from the recorded one. */
    DIFF,
    /** The result could not be computed: an input, a model or a rule set is missing. */
    UNKNOWN
}
