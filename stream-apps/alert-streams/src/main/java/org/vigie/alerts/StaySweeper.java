package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.vigie.alerts.StayEvaluator.StayEvaluation;
import org.vigie.signal.identify.StayAssignment;

/**
 * Checks all stays at regular intervals for what only a clock can show. A stay may be silent, its patient may have left, or its state may
 * be deleted. The displayed triage is repeated.
 *
 * <p>Wall-clock times are in ms since 1970. The output of a sweep is stored like the output of a record until the next record comes. The
 * first sweep after a start sends it again.
 */
final class StaySweeper {
    /** Interval after which a triage is repeated. With sweeps every 5 s each stay's triage is sent at least once a minute. */
    private static final long REPEAT_TRIAGE_MS = Duration.ofSeconds(55).toMillis();

    /** Time after a record in which the stay's own readings give the time. */
    private static final long QUIET_MS = Duration.ofSeconds(2).toMillis();

    /** Delay from which processing counts as late. Records normally need up to three seconds through the topics. */
    private static final long LATE_MS = Duration.ofSeconds(10).toMillis();

    /** Time without a processed reading after which an alarm is raised, even if readings may be waiting. */
    private static final Duration UNREAD = Duration.ofMinutes(2);

    /** Time after a record in which a provisional stay counts as active, whatever its clock says about an admission. */
    private static final long ACTIVE_MS = Duration.ofSeconds(10).toMillis();

    private final StayWatchConfig settings;
    private final StayEvaluator evaluator;
    private final StayDirectory directory;
    private final AlertStateStore stateStore;
    private final BiFunction<Set<Integer>, Long, Long> readUpTo;
    private final BiConsumer<String, StayOutput> sent;
    private final Map<String, Long> lastRecordMs = new HashMap<>();
    private final Map<String, Long> lastTriageMs = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> late = new HashSet<>();
    private boolean first = true;

    /** @param readUpTo read horizon of this task's partition, see {@link ReadHorizon} */
    StaySweeper(
            StayWatchConfig settings,
            StayEvaluator evaluator,
            StayDirectory directory,
            AlertStateStore stateStore,
            BiFunction<Set<Integer>, Long, Long> readUpTo,
            BiConsumer<String, StayOutput> sent) {
        this.settings = settings;
        this.evaluator = evaluator;
        this.directory = directory;
        this.stateStore = stateStore;
        this.readUpTo = readUpTo;
        this.sent = sent;
    }

    /** Records that a record of {@code stay} came. */
    void recordArrived(String stay, long now) {
        lastRecordMs.put(stay, now);
        silent.remove(stay);
        late.remove(stay);
        stateStore.deleteOutput(place(stay));
    }

    void saidTriage(String stay, long now) {
        lastTriageMs.put(stay, now);
    }

    void sweep(long now) {
        for (String stay : stateStore.stays()) {
            lastRecordMs.putIfAbsent(stay, now);
            if (first) {
                send(stay, stateStore.recall(place(stay)));
            }
            sweep(stateStore.stay(stay), now);
        }
        first = false;
    }

    /**
     * Checks one stay. While readings may be waiting, it is not marked as silent, unless this takes so long that somebody must check it.
     * Deadlines follow the wall clock.
     */
    private void sweep(StayAlertState stay, long now) {
        long read = readUpTo.apply(stay.rawPartitions(), now);
        Optional<Instant> end = isActive(stay, now) ? Optional.empty() : end(stay, read);
        if (stay.hasNoReadings()) {
            deleteIfOld(stay, now);
        } else if (stay.isEnded()) {
            checkEndedStay(stay, now);
        } else if (end.isPresent()) {
            change(evaluator.endStay(stay, end.get(), Instant.ofEpochMilli(now)), now);
        } else if (isSilent(stay.name(), read) && (silent.add(stay.name()) || wouldRaiseSilent(stay))) {
            change(evaluator.markSilent(stay, isExpected(stay), Instant.ofEpochMilli(now)), now);
        } else if (isUnread(stay, now)) {
            change(evaluator.markUnread(stay, UNREAD, Instant.ofEpochMilli(now)), now);
        } else if (isLate(stay.name(), read, now) && late.add(stay.name())) {
            change(evaluator.markLate(stay, Instant.ofEpochMilli(now)), now);
        } else if (mayHaveDeadline(stay, now)) {
            change(evaluator.advanceTo(stay, clock(stay, now), Instant.ofEpochMilli(now)), now);
        } else if (now - lastTriageMs.getOrDefault(stay.name(), 0L) >= REPEAT_TRIAGE_MS) {
            send(stay.name(), evaluator.repeatDisplayed(stay));
        }
    }

    private boolean isActive(StayAlertState stay, long now) {
        return StayAssignment.isProvisional(stay.name()) && now - lastRecordMs.get(stay.name()) < ACTIVE_MS;
    }

    private boolean wouldRaiseSilent(StayAlertState stay) {
        return isExpected(stay) && evaluator.wouldRaiseSilent(stay);
    }

    private boolean isUnread(StayAlertState stay, long now) {
        return now - lastRecordMs.get(stay.name()) >= UNREAD.toMillis()
                && !silent.contains(stay.name())
                && isExpected(stay)
                && evaluator.wouldRaiseUnread(stay);
    }

    private boolean isLate(String stay, long read, long now) {
        return isSilent(stay, now) && now - read > LATE_MS && !silent.contains(stay);
    }

    /**
     * Returns true when the silence of a stay must raise an alarm. This includes a stay without an admission, until a patient is admitted
     * to the bed.
     */
    private boolean isExpected(StayAlertState stay) {
        return StayAssignment.isProvisional(stay.name())
                ? !directory.isTaken(stay.bed())
                : directory.isHere(stay.name());
    }

    /** Returns the end of a stay. A provisional stay ends when a patient is admitted to its bed. */
    private Optional<Instant> end(StayAlertState stay, long read) {
        return StayAssignment.isProvisional(stay.name())
                ? directory.replaced(stay.bed(), stay.watch().clock(), clock(stay, read))
                : directory.endOf(stay.name());
    }

    /** Returns true when a deadline may have passed since the stay's last record. */
    private boolean mayHaveDeadline(StayAlertState stay, long now) {
        return now - lastRecordMs.get(stay.name()) >= QUIET_MS && evaluator.isDue(stay, clock(stay, now));
    }

    private Instant clock(StayAlertState stay, long time) {
        return stay.watch().clock().plusMillis(Math.max(0, time - lastRecordMs.get(stay.name())));
    }

    private void deleteIfOld(StayAlertState stay, long now) {
        if (now - lastRecordMs.get(stay.name()) >= settings.memory().toMillis()) {
            delete(stay.name());
        }
    }

    private void checkEndedStay(StayAlertState stay, long now) {
        boolean continues =
                StayAssignment.isProvisional(stay.name()) ? end(stay, now).isEmpty() : directory.isHere(stay.name());
        if (continues) {
            stateStore.keep(stay.goingOn());
            lastRecordMs.put(stay.name(), now);
        } else if (stay.isEndedBefore(Instant.ofEpochMilli(now).minus(settings.memory()))) {
            delete(stay.name());
        }
    }

    private void delete(String stay) {
        stateStore.deleteStay(stay);
        lastRecordMs.remove(stay);
        lastTriageMs.remove(stay);
        silent.remove(stay);
        late.remove(stay);
    }

    private boolean isSilent(String stay, long time) {
        return time - lastRecordMs.get(stay) >= settings.silence().toMillis();
    }

    private void change(StayEvaluation evaluation, long now) {
        String stay = evaluation.memory().name();
        stateStore.keep(place(stay), evaluation.outcome(), now);
        stateStore.keep(evaluation.memory());
        send(stay, evaluation.outcome());
    }

    private void send(String stay, StayOutput output) {
        if (!output.isNothing()) {
            sent.accept(stay, output);
        }
    }

    private static String place(String stay) {
        return "round-" + stay;
    }
}
