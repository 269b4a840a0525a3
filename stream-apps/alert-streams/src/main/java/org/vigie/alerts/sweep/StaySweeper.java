package org.vigie.alerts.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.vigie.alerts.evaluate.RiskEvaluator;
import org.vigie.alerts.evaluate.StayClockEvaluator;
import org.vigie.alerts.evaluate.StayEvaluation;
import org.vigie.alerts.evaluate.StayEvaluators;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.AlertStateStore;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;

/**
 * Checks all stays at regular intervals for what only a clock can show. A stay may be silent, its patient may have left, or its state may
 * be deleted. The displayed triage is repeated.
 *
 * <p>Wall-clock times are in ms since 1970. The output of a sweep is stored like the output of a record until the next record comes. The
 * first sweep after a start publishes it again.
 */
public final class StaySweeper {
    /** Interval after which a triage is repeated. With sweeps every 5 s each stay's triage is published at least once a minute. */
    static final long REPEAT_TRIAGE_MS = 55_000;

    /** Time after a record in which the stay's own readings give the time. */
    static final long QUIET_MS = 2_000;

    /** Delay from which processing counts as late. Records normally need up to six seconds until they count as read. */
    private static final long LATE_MS = 10_000;

    /** Time without a processed reading after which an alarm is raised, even if readings may be waiting. */
    private static final Duration UNREAD = Duration.ofMinutes(2);

    private final StayWatchConfig settings;
    private final StayClockEvaluator evaluator;
    private final RiskEvaluator risks;
    private final StayDirectory directory;
    private final StayPresence presence;
    private final NextCheckTime nextCheck;
    private final SweepSchedule schedule = new SweepSchedule();
    private final AlertStateStore stateStore;
    private final TaskReadHorizon readHorizon;
    private final Map<String, StayActivity> activities = new HashMap<>();
    /** Stays of the newest sweep that are not checked yet. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private boolean first = true;
    private long checkedAtMs;

    /** Holds the read horizon of one task's partition, in ms since 1970. */
    public interface TaskReadHorizon {
        /** Returns the instant up to which all readings of these raw partitions are processed. */
        long readUpTo(Set<Integer> rawPartitions, long now);
    }

    public StaySweeper(
            StayWatchConfig settings,
            StayEvaluators evaluators,
            StayDirectory directory,
            AlertStateStore stateStore,
            TaskReadHorizon readHorizon) {
        this.settings = settings;
        this.evaluator = evaluators.clock();
        this.risks = evaluators.risks();
        this.directory = directory;
        this.presence = new StayPresence(directory);
        this.nextCheck = new NextCheckTime(settings, evaluators.clock());
        this.stateStore = stateStore;
        this.readHorizon = readHorizon;
    }

    /** Records that a live record of {@code stay} came. */
    public void recordArrived(String stay, long now) {
        StayActivity activity = activity(stay);
        activity.recordArrived(now);
        schedule.schedule(stay, NextCheckTime.afterRecord(activity, now));
        if (activity.deletesOutput()) {
            stateStore.deleteOutput(place(stay));
        }
    }

    /** Records that another record changed the state of {@code stay}. The next sweep checks it. */
    public void stateChanged(String stay, long now) {
        schedule.schedule(stay, now);
    }

    /** Records that values of {@code stay} were added without an evaluation. The next sweep evaluates them. */
    public void valuesAdded(String stay, long now) {
        activity(stay).valuesAdded();
        schedule.schedule(stay, now);
    }

    /** Records that a triage of {@code stay} was published. */
    public void triagePublished(String stay, long now) {
        activity(stay).triagePublished(now);
    }

    /** Records that this process has just gone on after a halt: the stays were not watched since the last check. */
    public void resumed(long now) {
        schedule.scheduleAll(waiting, now);
        waiting.clear();
        activities.values().forEach(activity -> activity.resumed(checkedAtMs, now));
        checkedAtMs = now;
    }

    private StayActivity activity(String stay) {
        return activities.computeIfAbsent(stay, key -> new StayActivity());
    }

    /**
     * Begins a sweep of the stays that are due; of all of them at first and after a change of the admissions.
     *
     * @param publisher takes the output that was stored before the task began, of each stay that has any
     */
    public void begin(long now, BiConsumer<String, StayOutput> publisher) {
        if (first || directory.hasChanged()) {
            schedule.scheduleAll(stateStore.stays(), now);
        }
        List<String> due = schedule.takeDue(now);
        if (first) {
            due.forEach(stay -> publish(stay, stateStore.recall(place(stay)), publisher));
        }
        waiting.addAll(due);
        first = false;
        checkedAtMs = now;
    }

    /**
     * Checks the next stays of a sweep. All of them at once would keep the records of a large ward waiting.
     *
     * @param most number of stays to check
     * @param publisher takes the output of each stay that has any
     */
    public void checkNext(long now, int most, BiConsumer<String, StayOutput> publisher) {
        for (String stay : takeWaiting(most)) {
            publish(stay, check(stay, now), publisher);
        }
    }

    /** Returns whether stays of the newest sweep are not checked yet. */
    public boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    private List<String> takeWaiting(int most) {
        List<String> next = waiting.stream().limit(most).toList();
        next.forEach(waiting::remove);
        return next;
    }

    private StayOutput check(String stay, long now) {
        StayActivity activity = activity(stay);
        activity.swept(now);
        StayOutput output = sweep(stateStore.stay(stay), activity, now);
        if (activities.containsKey(stay)) {
            StayAlertState state = stateStore.stay(stay);
            long next = nextCheck.afterCheck(state, activity, now);
            schedule.schedule(stay, Math.min(next, presence.leavesAt(state, activity, now)));
        }
        return output;
    }

    private static void publish(String stay, StayOutput output, BiConsumer<String, StayOutput> publisher) {
        if (!output.isNothing()) {
            publisher.accept(stay, output);
        }
    }

    private StayOutput sweep(StayAlertState state, StayActivity activity, long now) {
        if (state.hasNoReadings()) {
            activity.valuesEvaluated();
            return deleteIfOld(state, activity, now);
        }
        return state.isEnded() ? checkEnded(state, activity, now) : checkOngoing(state, activity, now);
    }

    /** Checks a stay that goes on. Scores whose turn has come decide first: they were there before the silence that is noticed now. */
    private StayOutput checkOngoing(StayAlertState state, StayActivity activity, long now) {
        long read = readHorizon.readUpTo(state.rawPartitions(), now);
        Instant before = Instant.ofEpochMilli(read);
        StayEvaluation scored = risks.evaluateUntil(before, state, Instant.ofEpochMilli(now));
        Optional<StayEvaluation> change = change(scored.state(), activity, read, now);
        StayOutput output = change.isPresent() || state.risks().isDue(before)
                ? store(change.map(scored::then).orElse(scored), now)
                : StayOutput.NOTHING;
        return output.isNothing() ? repeat(state, activity, now) : output;
    }

    /**
     * Evaluates what the clock changes. While readings may be waiting, a stay is not marked as silent, unless this takes so long that
     * somebody must check it. Deadlines follow the wall clock, after a start of the task once its waiting readings are processed.
     */
    private Optional<StayEvaluation> change(StayAlertState state, StayActivity activity, long read, long now) {
        Instant wallClock = Instant.ofEpochMilli(now);
        Optional<Instant> end = presence.end(state, activity, now, read)
                .or(() -> isSilent(activity, read) ? presence.cancelled(state) : Optional.empty());
        if (end.isPresent()) {
            return Optional.of(evaluator.endStay(state, end.get(), wallClock));
        }
        if (isSilent(activity, read) && (activity.markSilent() || mustRaiseSilent(state, activity, read))) {
            return Optional.of(markSilent(state, activity, read, wallClock));
        }
        if (isUnread(state, activity, now)) {
            return Optional.of(evaluator.markUnread(state, searchedBed(state, activity, now), UNREAD, wallClock));
        }
        if (isLate(activity, read, now) && activity.markLate()) {
            return Optional.of(evaluator.markLate(state, wallClock));
        }
        return activity.mayHaveUnseenValues()
                ? Optional.of(evaluateUnseen(state, activity, read, now))
                : advance(state, activity, read, now);
    }

    private StayEvaluation markSilent(StayAlertState state, StayActivity activity, long read, Instant wallClock) {
        return presence.isExpected(state, activity, read)
                ? evaluator.markMissed(state, missedBed(state, activity, read), wallClock)
                : evaluator.markSilent(state, wallClock);
    }

    /** Returns the bed on which a stay that sends nothing is missed. An alarm stays on its bed while the admissions show the patient there. */
    private String missedBed(StayAlertState state, StayActivity activity, long read) {
        return presence.bed(state, evaluator.silentBed(state).orElseGet(state::bed), activity, read);
    }

    private StayEvaluation evaluateUnseen(StayAlertState state, StayActivity activity, long read, long now) {
        activity.valuesEvaluated();
        Instant present = StayPresence.passed(state, activity, now);
        StayEvaluation unseen = evaluator.evaluateUnseen(state, present, Instant.ofEpochMilli(now));
        return advance(unseen.state(), activity, read, now).map(unseen::then).orElse(unseen);
    }

    private Optional<StayEvaluation> advance(StayAlertState state, StayActivity activity, long read, long now) {
        boolean catchesUp = !activity.hasRecord() && activity.quietMs(now) < UNREAD.toMillis();
        long time = catchesUp ? Math.min(read, now) : now;
        Instant clock = StayPresence.clock(state, activity, time);
        if (activity.quietMs(now) < QUIET_MS || !evaluator.isDue(state, clock)) {
            return Optional.empty();
        }
        Instant unwatched = StayPresence.unwatchedUntil(state, activity, time);
        return Optional.of(evaluator.advanceTo(state, unwatched, clock, Instant.ofEpochMilli(now)));
    }

    private StayOutput repeat(StayAlertState state, StayActivity activity, long now) {
        boolean repeat = activity.sinceTriageMs(now) >= REPEAT_TRIAGE_MS;
        return repeat ? evaluator.repeatDisplayed(state) : StayOutput.NOTHING;
    }

    private boolean isSilent(StayActivity activity, long time) {
        return activity.quietMs(time) >= settings.silence().toMillis();
    }

    private boolean mustRaiseSilent(StayAlertState state, StayActivity activity, long read) {
        return presence.isExpected(state, activity, read)
                && evaluator.isSilenceUnreported(state, missedBed(state, activity, read));
    }

    private boolean isUnread(StayAlertState state, StayActivity activity, long now) {
        return activity.quietMs(now) >= UNREAD.toMillis()
                && !activity.isMarkedSilent()
                && presence.isExpected(state, activity, now)
                && evaluator.isBacklogUnreported(state, searchedBed(state, activity, now));
    }

    /** Returns the bed on which a stay is searched whose readings wait. An alarm stays on its bed while the admissions show the patient there. */
    private String searchedBed(StayAlertState state, StayActivity activity, long now) {
        return presence.bed(state, evaluator.unreadBed(state).orElseGet(state::bed), activity, now);
    }

    private boolean isLate(StayActivity activity, long read, long now) {
        return isSilent(activity, now) && now - read > LATE_MS && !activity.isMarkedSilent();
    }

    private StayOutput deleteIfOld(StayAlertState state, StayActivity activity, long now) {
        if (activity.quietMs(now) >= settings.memory().toMillis()) {
            delete(state.stay());
        }
        return StayOutput.NOTHING;
    }

    private StayOutput checkEnded(StayAlertState state, StayActivity activity, long now) {
        if (presence.continues(state, activity, now)) {
            stateStore.keep(state.continued());
            activity.restart(now);
            activity.valuesAdded();
        } else if (state.isEndedBefore(Instant.ofEpochMilli(now).minus(settings.memory()))) {
            delete(state.stay());
        }
        return StayOutput.NOTHING;
    }

    private void delete(String stay) {
        stateStore.deleteStay(stay);
        activities.remove(stay);
        schedule.remove(stay);
    }

    private StayOutput store(StayEvaluation evaluation, long now) {
        StayAlertState state = evaluation.state();
        activity(state.stay()).outputStored();
        stateStore.keep(place(state.stay()), state, evaluation.output(), now);
        return evaluation.output();
    }

    private static String place(String stay) {
        return "round-" + stay;
    }
}
