package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.incident.EscalationProgress;

/**
 * An open alarm and what was done about it.
 *
 * @param alarm the alarm after its newest change by a reading: raised, upgraded, downgraded or latched
 */
public record OpenAlarm(AlarmId id, Alarm alarm, AlarmHandling handling) {
    static OpenAlarm of(Alarm raised, long version, Instant now) {
        return new OpenAlarm(raised.id(), raised, AlarmHandling.none(version, now));
    }

    boolean isAcknowledged() {
        return handling.acknowledgementOrNull() != null;
    }

    /** Returns the priority of the condition now. An alarm that eased while it latched is milder than it is shown. */
    AlarmPriority lastingPriority() {
        Alarm eased = handling.easedOrNull();
        return eased == null ? alarm.priority() : eased.priority();
    }

    /** Returns true for an alarm of the patient, which belongs to the incident of the stay. */
    boolean isOfThePatient() {
        return alarm.kind().isOfThePatient();
    }

    /** Returns the newest reading that changed the priority, or the raise. A latched alarm has changed nothing that matters since its raise. */
    Instant changedAt() {
        Instant raised = alarm.raisedAt();
        return alarm.finding().causes().stream()
                .map(TriggeringReading::at)
                .filter(at -> !handling.latched() && at.isAfter(raised))
                .max(Comparator.naturalOrder())
                .orElse(raised);
    }

    OpenAlarm acknowledgedBy(String by, Instant at) {
        return new OpenAlarm(id, alarm, handling.acknowledgedBy(by, at));
    }

    OpenAlarm pausedUntil(@Nullable Instant end) {
        return new OpenAlarm(id, alarm, handling.pausedUntil(end));
    }

    OpenAlarm with(EscalationProgress progress) {
        return new OpenAlarm(id, alarm, handling.with(progress));
    }

    OpenAlarm calledAgainBy(long newVersion) {
        return new OpenAlarm(id, alarm, handling.calledAgainBy(newVersion));
    }

    OpenAlarm easedTo(Alarm milder) {
        return new OpenAlarm(id, alarm, handling.easedTo(milder));
    }

    OpenAlarm downgradedTo(Alarm downgraded, long newVersion) {
        return new OpenAlarm(id, downgraded, handling.changedBy(newVersion));
    }

    OpenAlarm latchedAs(Alarm latched, long newVersion) {
        return new OpenAlarm(id, latched, handling.latchedBy(newVersion));
    }
}
