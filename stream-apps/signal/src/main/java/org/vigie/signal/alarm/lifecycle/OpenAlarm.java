package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmTransition;

/**
 * An open alarm and its present condition.
 *
 * @param told newest transition of its condition: RAISED, UPGRADED, DOWNGRADED or LATCHED
 * @param version sequence number of the newest entry that changed what the alarm requires
 * @param calledAt time from which the delays of the escalation chain count
 * @param acknowledged acknowledgement; empty or one element
 * @param pausedUntil end of the audio pause; empty or one element
 * @param step number of escalation steps that were taken
 * @param to role that was notified last; empty at step 0
 * @param latched true when the condition has ended
 */
public record OpenAlarm(
        AlarmTransition told,
        long version,
        Instant calledAt,
        List<AlarmAcknowledgement> acknowledged,
        List<Instant> pausedUntil,
        int step,
        String to,
        boolean latched) {

    public OpenAlarm {
        acknowledged = List.copyOf(acknowledged);
        pausedUntil = List.copyOf(pausedUntil);
    }

    /** The acknowledgement of an alarm: the person and the time. */
    public record AlarmAcknowledgement(String by, Instant at) {}

    static OpenAlarm of(AlarmTransition raised, long version, Instant now) {
        return new OpenAlarm(raised, version, now, List.of(), List.of(), 0, "", false);
    }

    String alert() {
        return told.alert();
    }

    boolean isAcknowledged() {
        return !acknowledged.isEmpty();
    }

    Optional<Instant> pauseEnd() {
        return pausedUntil.stream().findFirst();
    }

    /** Returns when the next escalation step is due. It is empty when the alarm is acknowledged or shelved, or after the last step. */
    public Optional<Instant> escalatesAt(AlarmPolicy policy, boolean shelved) {
        return isAcknowledged() || shelved
                ? Optional.empty()
                : policy.next(this).map(next -> calledAt.plus(next.after()));
    }

    OpenAlarm acknowledgedBy(String by, Instant at) {
        return new OpenAlarm(
                told, version, calledAt, List.of(new AlarmAcknowledgement(by, at)), pausedUntil, step, to, latched);
    }

    OpenAlarm pausedUntil(List<Instant> until) {
        return new OpenAlarm(told, version, calledAt, acknowledged, until, step, to, latched);
    }

    OpenAlarm escalatedTo(String role) {
        return new OpenAlarm(told, version, calledAt, acknowledged, pausedUntil, step + 1, role, latched);
    }

    OpenAlarm calledAgain(Instant now) {
        return new OpenAlarm(told, version, now, acknowledged, pausedUntil, 0, "", latched);
    }

    OpenAlarm milder(AlarmTransition downgraded, long newVersion) {
        return new OpenAlarm(downgraded, newVersion, calledAt, acknowledged, pausedUntil, step, to, latched);
    }

    OpenAlarm latchedBy(AlarmTransition over, long newVersion) {
        return new OpenAlarm(over, newVersion, calledAt, acknowledged, pausedUntil, step, to, true);
    }
}
