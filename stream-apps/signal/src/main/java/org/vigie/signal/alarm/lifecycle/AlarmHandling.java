package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.EscalationProgress;

/**
 * What was done about an open alarm.
 *
 * @param version sequence number of the newest entry that changed what the alarm requires
 * @param latched true when the condition has ended
 * @param acknowledgementOrNull null until a person acknowledges
 * @param pauseEndOrNull end of the audio pause; null while the sound is on
 * @param easedOrNull milder alarm since its condition eased while it latched; it takes effect when a person acknowledges; null otherwise
 */
public record AlarmHandling(
        long version,
        EscalationProgress escalation,
        boolean latched,
        @Nullable AlarmAcknowledgement acknowledgementOrNull,
        @Nullable Instant pauseEndOrNull,
        @Nullable Alarm easedOrNull) {

    /** Returns the handling of an alarm about which nothing was done. */
    static AlarmHandling none(long version, Instant now) {
        return new AlarmHandling(version, EscalationProgress.from(now), false, null, null, null);
    }

    public Optional<AlarmAcknowledgement> acknowledgement() {
        return Optional.ofNullable(acknowledgementOrNull);
    }

    /** Returns the end of the audio pause. */
    public Optional<Instant> pauseEnd() {
        return Optional.ofNullable(pauseEndOrNull);
    }

    AlarmHandling acknowledgedBy(String by, Instant at) {
        return new AlarmHandling(
                version, escalation, latched, new AlarmAcknowledgement(by, at), pauseEndOrNull, easedOrNull);
    }

    /** Returns the handling after the alarm called again: the acknowledgement has ended. */
    AlarmHandling calledAgainBy(long newVersion) {
        return new AlarmHandling(newVersion, escalation, latched, null, pauseEndOrNull, easedOrNull);
    }

    AlarmHandling pausedUntil(@Nullable Instant end) {
        return new AlarmHandling(version, escalation, latched, acknowledgementOrNull, end, easedOrNull);
    }

    AlarmHandling with(EscalationProgress progress) {
        return new AlarmHandling(version, progress, latched, acknowledgementOrNull, pauseEndOrNull, easedOrNull);
    }

    AlarmHandling easedTo(Alarm milder) {
        return new AlarmHandling(version, escalation, latched, acknowledgementOrNull, pauseEndOrNull, milder);
    }

    AlarmHandling changedBy(long newVersion) {
        return new AlarmHandling(newVersion, escalation, latched, acknowledgementOrNull, pauseEndOrNull, null);
    }

    AlarmHandling latchedBy(long newVersion) {
        return new AlarmHandling(newVersion, escalation, true, acknowledgementOrNull, pauseEndOrNull, null);
    }
}
