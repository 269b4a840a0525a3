package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;

/**
 * Describes a rule whose alarms are silent at one stay for a limited time.
 *
 * @param alarm the alarm at the time of shelving
 * @param until end of the shelving
 */
public record ShelvedRule(Alarm alarm, Instant until) {
    /** Returns false for an alarm that is more urgent than the shelved one. Such an alarm ends the shelving. */
    boolean covers(AlarmPriority priority) {
        return priority.compareTo(alarm.priority()) >= 0;
    }
}
