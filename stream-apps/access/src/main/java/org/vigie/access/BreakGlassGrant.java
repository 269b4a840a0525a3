package org.vigie.access;

import java.time.Instant;

/**
 * Opens one unit to one principal for a while, because of an emergency.
 *
 * @param subject of the principal
 * @param reason in the principal's words
 * @param until when the grant ends
 */
public record BreakGlassGrant(String subject, String unit, String reason, Instant until) {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_UNIT = 256;

    /** @throws IllegalArgumentException when the reason or the unit is missing or too long */
    public BreakGlassGrant {
        if (unit.isBlank() || unit.equals("*")) {
            throw new IllegalArgumentException("unit: must be the name of one unit, was '" + unit + "'");
        }
        if (unit.length() > LONGEST_UNIT) {
            throw new IllegalArgumentException(
                    "unit: must have at most " + LONGEST_UNIT + " characters, had " + unit.length());
        }
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: must have " + SHORTEST_REASON + " to " + LONGEST_REASON
                    + " characters, had " + reason.strip().length());
        }
    }

    /** Returns the beginning of a reason that nobody checked, for the audit trail. */
    static String shortenedReason(String reason) {
        return shortened(reason, LONGEST_REASON);
    }

    /** Returns the beginning of a unit's name that nobody checked, for the audit trail. */
    static String shortenedUnit(String unit) {
        return shortened(unit, LONGEST_UNIT);
    }

    private static String shortened(String unchecked, int longest) {
        String text = unchecked.strip();
        return text.substring(0, Math.min(longest, text.length()));
    }

    boolean holds(String who, Instant now) {
        return subject.equals(who) && now.isBefore(until);
    }
}
