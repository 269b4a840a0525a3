package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.incident.IncidentStateAfter;

/**
 * Describes the state of an alarm after an event.
 *
 * @param openAlarmOrNull null when the alarm is not open
 * @param shelfEndOrNull end of the rule's shelving; null when it is not shelved
 * @param escalatesAtOrNull when the next escalation step is due; null when none is due
 * @param incidentOrNull incident of an alarm of the patient; null for any other alarm
 */
public record AlarmStateAfter(
        @Nullable OpenAlarm openAlarmOrNull,
        @Nullable Instant shelfEndOrNull,
        @Nullable Instant escalatesAtOrNull,
        @Nullable IncidentStateAfter incidentOrNull) {
    /** Returns the open alarm. */
    public Optional<OpenAlarm> openAlarm() {
        return Optional.ofNullable(openAlarmOrNull);
    }

    /** Returns the incident after the event. */
    public Optional<IncidentStateAfter> incident() {
        return Optional.ofNullable(incidentOrNull);
    }
}
