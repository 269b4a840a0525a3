package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alert.Transition;

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
public record Call(
        Transition told,
        long version,
        Instant calledAt,
        List<Acknowledged> acknowledged,
        List<Instant> pausedUntil,
        int step,
        String to,
        boolean latched) {

    public Call {
        acknowledged = List.copyOf(acknowledged);
        pausedUntil = List.copyOf(pausedUntil);
    }

    /** By whom and when. */
    public record Acknowledged(String by, Instant at) {}

    static Call of(Transition raised, long version, Instant now) {
        return new Call(raised, version, now, List.of(), List.of(), 0, "", false);
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
    public Optional<Instant> escalatesAt(Policy policy, boolean shelved) {
        return isAcknowledged() || shelved
                ? Optional.empty()
                : policy.next(this).map(next -> calledAt.plus(next.after()));
    }

    Call acknowledgedBy(String by, Instant at) {
        return new Call(told, version, calledAt, List.of(new Acknowledged(by, at)), pausedUntil, step, to, latched);
    }

    Call pausedUntil(List<Instant> until) {
        return new Call(told, version, calledAt, acknowledged, until, step, to, latched);
    }

    Call escalatedTo(String role) {
        return new Call(told, version, calledAt, acknowledged, pausedUntil, step + 1, role, latched);
    }

    Call calledAgain(Instant now) {
        return new Call(told, version, now, acknowledged, pausedUntil, 0, "", latched);
    }

    Call milder(Transition downgraded, long newVersion) {
        return new Call(downgraded, newVersion, calledAt, acknowledged, pausedUntil, step, to, latched);
    }

    Call latchedBy(Transition over, long newVersion) {
        return new Call(over, newVersion, calledAt, acknowledged, pausedUntil, step, to, true);
    }
}
