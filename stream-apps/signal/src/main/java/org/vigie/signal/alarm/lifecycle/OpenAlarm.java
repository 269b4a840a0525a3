package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmTransition;

/**
 * An open alarm and its present condition.
 *
 * @param told what its condition was last said to be: RAISED, UPGRADED, DOWNGRADED or LATCHED
 * @param version sequence of the newest entry that changed what it calls for
 * @param calledAt from then on the chain's delays count
 * @param acknowledged none or one
 * @param pausedUntil none or one
 * @param step steps of the chain that were taken
 * @param to the role that was called last; empty at step 0
 * @param latched its condition is over
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

    /** By whom and when. */
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

    /** When the next step of the chain is due; empty when somebody knows of it, or nobody is left to call. */
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
