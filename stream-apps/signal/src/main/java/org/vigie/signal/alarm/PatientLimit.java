package org.vigie.signal.alarm;

import java.time.Instant;

/**
 * Holds an alarm limit of one patient that replaces the unit's limit.
 *
 * @param by who set it
 * @param until end of the limit; {@link Instant#MAX} when only a transfer or the end of the stay ends it
 */
public record PatientLimit(
        String variable, LimitSide side, AlarmPriority priority, double limit, String by, Instant until) {
    /** Returns the key of the limit. Of two limits with one key the newer is in force. */
    public String key() {
        return variable + " " + side + " " + priority;
    }

    /** Returns true when only a transfer or the end of the stay ends the limit. */
    public boolean isOpenEnded() {
        return until.equals(Instant.MAX);
    }

    /** Returns the limit with another end. */
    public PatientLimit until(Instant end) {
        return new PatientLimit(variable, side, priority, limit, by, end);
    }

    public String words() {
        return variable + " " + side.sign() + " " + limit + " (" + priority + ")";
    }
}
