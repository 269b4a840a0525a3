package org.vigie.signal.alarm;

import java.time.Instant;

/**
 * A limit of this patient, in place of the unit's.
 *
 * @param by who set it
 * @param until {@link Instant#MAX} when only a transfer or the end of the stay ends it
 */
public record PatientLimit(
        String variable, LimitSide side, AlarmPriority priority, double limit, String by, Instant until) {
    /** Of two with the same key the newer one holds. */
    public String key() {
        return variable + " " + side + " " + priority;
    }

    /** Whether only a transfer or the end of the stay ends it. */
    public boolean isOpenEnded() {
        return until.equals(Instant.MAX);
    }

    public String words() {
        return variable + " " + side.sign() + " " + limit + " (" + priority + ")";
    }
}
