package org.vigie.alerts.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.alerts.evaluate.StayClockEvaluator;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.signal.identify.StayAssignment;

/** Computes when a stay must be checked next if nothing changes before. Times are wall-clock times in ms since 1970. */
final class NextCheckTime {
    private final StayWatchConfig settings;
    private final StayClockEvaluator evaluator;

    NextCheckTime(StayWatchConfig settings, StayClockEvaluator evaluator) {
        this.settings = settings;
        this.evaluator = evaluator;
    }

    /** Returns the time of the next check after a record of a live monitor, whose own readings give the time for a while. */
    static long afterRecord(StayActivity activity, long now) {
        return activity.mayHaveUnseenValues()
                ? now
                : Math.min(now + StaySweeper.QUIET_MS, activity.lastTriageMs() + StaySweeper.REPEAT_TRIAGE_MS);
    }

    /** Returns the time of the next check after a check at {@code now}; not after {@code now} for a check at the next sweep. */
    long afterCheck(StayAlertState state, StayActivity activity, long now) {
        if (state.hasNoReadings()) {
            return activity.lastRecordMs() + settings.memory().toMillis();
        }
        if (StayAssignment.isProvisional(state.stay())) {
            return now;
        }
        Instant ended = state.endedOrNull();
        if (ended == null && !state.risks().awaited().isEmpty()) {
            return now;
        }
        return ended == null
                ? ongoing(state, activity, now)
                : ended.plus(settings.memory()).toEpochMilli() + 1;
    }

    private long ongoing(StayAlertState state, StayActivity activity, long now) {
        if (activity.quietMs(now) < StaySweeper.QUIET_MS) {
            return Math.min(
                    activity.lastRecordMs() + StaySweeper.QUIET_MS,
                    activity.lastTriageMs() + StaySweeper.REPEAT_TRIAGE_MS);
        }
        long repeat = activity.lastTriageMs() + StaySweeper.REPEAT_TRIAGE_MS;
        return Math.min(Math.min(repeat, silence(activity, now)), deadline(state, activity));
    }

    /** Returns when the stay counts as silent. Until it is marked as silent, it is checked at every sweep from then on. */
    private long silence(StayActivity activity, long now) {
        long silent = activity.lastRecordMs() + settings.silence().toMillis();
        return silent > now || !activity.isMarkedSilent() ? silent : Long.MAX_VALUE;
    }

    private long deadline(StayAlertState state, StayActivity activity) {
        Optional<Instant> deadline = evaluator.nextDeadline(state);
        return deadline.map(at -> StayPresence.newestRecordMs(state, activity)
                        + Duration.between(state.detection().clock(), at).toMillis())
                .orElse(Long.MAX_VALUE);
    }
}
