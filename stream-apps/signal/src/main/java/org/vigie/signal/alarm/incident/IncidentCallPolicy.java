package org.vigie.signal.alarm.incident;

import java.time.Duration;
import org.vigie.signal.alarm.AlarmPriority;

/**
 * Holds when the incidents of a unit call people, and when they call again.
 *
 * @param callsFrom mildest priority that calls; a milder alarm is shown, and joins its incident without a call
 * @param renewal time after the acknowledgement or the last escalation step at which a HIGH alarm that is still true calls again
 * @param unanswered time after the last escalation step at which a HIGH alarm calls again that nobody has answered or measured again; not
 *     shorter than {@code renewal}
 */
public record IncidentCallPolicy(AlarmPriority callsFrom, Duration renewal, Duration unanswered) {
    /** Calls for each priority. Times: unit default. */
    public static final IncidentCallPolicy STANDARD =
            new IncidentCallPolicy(AlarmPriority.LOW, Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** Returns true when an alarm of a priority may call people. */
    boolean reaches(AlarmPriority priority) {
        return !callsFrom.isAbove(priority);
    }
}
