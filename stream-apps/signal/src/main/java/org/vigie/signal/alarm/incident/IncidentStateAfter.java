package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.text.LocalizedText;

/**
 * Describes the state of an incident after an event of one of its alarms.
 *
 * @param priority most urgent priority of its open alarms; of the alarm that ended when none is open
 * @param open its open alarms, the most urgent first
 * @param text one sentence about the open alarms
 * @param newCallOrNull why the event calls people; null when it does not call
 * @param escalatesAtOrNull when the next escalation step is due; null when none is due
 */
public record IncidentStateAfter(
        Incident incident,
        AlarmPriority priority,
        List<Alarm> open,
        LocalizedText text,
        @Nullable CallReason newCallOrNull,
        @Nullable Instant escalatesAtOrNull) {
    public IncidentStateAfter {
        open = List.copyOf(open);
    }

    /** Returns why the event calls people. */
    public Optional<CallReason> newCall() {
        return Optional.ofNullable(newCallOrNull);
    }
}
