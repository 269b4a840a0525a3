package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmTransition;

/**
 * A rule whose alarms are silent at one stay for a limited time.
 *
 * @param told the alarm at the time of shelving
 * @param until end of the shelving
 */
public record ShelvedRule(AlarmTransition told, Instant until) {
    /** Returns false for an alarm that is more urgent than the shelved one. Such an alarm ends the shelving. */
    boolean covers(AlarmPriority priority) {
        return priority.compareTo(told.priority()) >= 0;
    }
}
