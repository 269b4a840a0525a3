package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmTransition;

/**
 * A rule that calls nobody at one stay for a while.
 *
 * @param told the alarm that was shelved, as it was then
 */
public record ShelvedRule(AlarmTransition told, Instant until) {
    /** A worse alarm than the one that was shelved breaks it. */
    boolean covers(AlarmPriority priority) {
        return priority.compareTo(told.priority()) >= 0;
    }
}
