package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmId;

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

    /** Returns when the next escalation step is due. It is empty when the alarm is acknowledged or shelved, or after the last step. */
    public Optional<Instant> escalatesAt(AlarmPolicy policy, boolean shelved) {
        return isAcknowledged() || shelved
                ? Optional.empty()
                : policy.next(this).map(next -> handling.escalation().since().plus(next.after()));
    }

    OpenAlarm acknowledgedBy(String by, Instant at) {
        return new OpenAlarm(id, alarm, handling.acknowledgedBy(by, at));
    }

    OpenAlarm pausedUntil(@Nullable Instant end) {
        return new OpenAlarm(id, alarm, handling.pausedUntil(end));
    }

    OpenAlarm escalatedTo(String role) {
        return new OpenAlarm(id, alarm, handling.with(handling.escalation().then(role)));
    }

    OpenAlarm escalatingFrom(Instant now) {
        return new OpenAlarm(id, alarm, handling.with(EscalationProgress.from(now)));
    }

    OpenAlarm downgradedTo(Alarm downgraded, long newVersion) {
        return new OpenAlarm(id, downgraded, handling.changedBy(newVersion));
    }

    OpenAlarm latchedAs(Alarm latched, long newVersion) {
        return new OpenAlarm(id, latched, handling.latchedBy(newVersion));
    }
}
