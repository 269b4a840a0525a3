package org.vigie.alerts.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.signal.identify.StayAssignment;

/** Decides from the admissions whether the patient of a stay is present. */
final class StayPresence {
    /** Time after a record in which a provisional stay counts as active, whatever its clock says about an admission. */
    private static final long ACTIVE_MS = 10_000;

    private final StayDirectory directory;

    StayPresence(StayDirectory directory) {
        this.directory = directory;
    }

    /**
     * Returns true when the silence of a stay must raise an alarm. This includes a stay without an admission, until a patient is admitted
     * to the bed.
     *
     * @param time wall-clock time in ms since 1970
     */
    boolean isExpected(StayAlertState state, StayActivity activity, long time) {
        return StayAssignment.isProvisional(state.stay())
                ? !directory.isTaken(state.bed())
                : directory.isHere(state.stay(), passed(state, activity, time));
    }

    /**
     * Returns the bed of a stay that sends nothing: that of its admission, because the monitor of a new bed may not be connected yet; else
     * {@code known}. A transfer is published bed by bed, so that the stay may be on no bed for a moment.
     *
     * @param known bed on which the patient was so far
     */
    String bed(StayAlertState state, String known, StayActivity activity, long time) {
        return directory
                .bedOf(state.stay(), known, passed(state, activity, time))
                .orElse(known);
    }

    /**
     * Returns the end of a stay. A provisional stay ends when a patient is admitted to its bed. A discharge that is dated in the future
     * ends the stay when that time has come.
     *
     * @param now wall-clock time in ms since 1970
     * @param read instant up to which all readings are processed, in ms since 1970
     */
    Optional<Instant> end(StayAlertState state, StayActivity activity, long now, long read) {
        boolean provisional = StayAssignment.isProvisional(state.stay());
        if (provisional && activity.quietMs(now) < ACTIVE_MS) {
            return Optional.empty();
        }
        return provisional ? replaced(state, activity, read) : left(state, activity, read);
    }

    private Optional<Instant> left(StayAlertState state, StayActivity activity, long read) {
        Instant passed = passed(state, activity, read);
        return directory.endOf(state.stay()).filter(end -> !end.isAfter(passed));
    }

    /** Returns the wall-clock time, in ms since 1970, at which an end that lies in the future will have come; the largest number without one. */
    long leavesAt(StayAlertState state, StayActivity activity, long now) {
        Instant passed = passed(state, activity, now);
        return directory
                .newestEnd(state.stay())
                .filter(end -> end.isAfter(passed))
                .map(end -> now + Duration.between(passed, end).toMillis())
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Returns the end of a stay that sends nothing and that the admissions no longer show, which is its newest instant. A stay that still sends
     * goes on, because its admission may not have been read yet.
     */
    Optional<Instant> cancelled(StayAlertState state) {
        boolean gone = !StayAssignment.isProvisional(state.stay()) && directory.isGone(state.stay(), state.bed());
        return gone ? Optional.of(state.detection().clock()) : Optional.empty();
    }

    /** Returns true when a stay whose end was noted goes on, because the end was written by mistake. */
    boolean continues(StayAlertState ended, StayActivity activity, long now) {
        return StayAssignment.isProvisional(ended.stay())
                ? replaced(ended, activity, now).isEmpty()
                : directory.isHere(ended.stay(), passed(ended, activity, now));
    }

    private Optional<Instant> replaced(StayAlertState state, StayActivity activity, long time) {
        return directory.replaced(state.bed(), state.detection().clock(), clock(state, activity, time));
    }

    /**
     * Returns the newest instant that has passed for a stay at a wall-clock time in ms since 1970. The clock of a simulated stay may be ahead
     * of the wall clock, and the clock of a slow device behind it.
     */
    static Instant passed(StayAlertState state, StayActivity activity, long time) {
        return Stream.of(
                        Instant.ofEpochMilli(time),
                        clock(state, activity, time),
                        state.alarms().clock())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Returns the stay's clock at a wall-clock time in ms since 1970. */
    static Instant clock(StayAlertState state, StayActivity activity, long time) {
        return state.detection().clock().plusMillis(Math.max(0, time - newestRecordMs(state, activity)));
    }

    /**
     * Returns the stay's clock until which no task watched the stay: its clock at the first sweep of this task.
     *
     * @param time wall-clock time in ms since 1970 to which the result is limited
     */
    static Instant unwatchedUntil(StayAlertState state, StayActivity activity, long time) {
        return activity.hasRecord()
                ? state.alarms().clock()
                : clock(state, activity, Math.min(time, activity.lastRecordMs()));
    }

    /**
     * Returns the wall-clock time of the newest record of the stay, in ms since 1970. A task that has seen none since its start uses the time
     * at which the broker appended it, as a command does. A broker whose clock is ahead does not stop the clock of the stay.
     */
    static long newestRecordMs(StayAlertState state, StayActivity activity) {
        return activity.hasRecord()
                ? activity.lastRecordMs()
                : Math.min(state.published().toEpochMilli(), activity.lastRecordMs());
    }
}
