package org.vigie.signal.alarm.incident;

import java.time.Instant;

/**
 * How far the escalation chain of an alarm has come.
 *
 * @param since time from which the delays of the chain count
 * @param steps number of steps that were taken
 * @param role role that was notified last; empty before the first step
 */
public record EscalationProgress(Instant since, int steps, String role) {
    /** Returns a chain that starts at {@code now}. */
    public static EscalationProgress from(Instant now) {
        return new EscalationProgress(now, 0, "");
    }

    /** Returns the chain after the step that notified {@code next}. */
    public EscalationProgress then(String next) {
        return new EscalationProgress(since, steps + 1, next);
    }
}
