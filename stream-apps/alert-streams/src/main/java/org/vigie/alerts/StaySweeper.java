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
 * What only a clock can tell, bed after bed: that a stay is silent, that its patient has left, that it may be forgotten, and that
 * somebody is still watching. Wall-clock times in ms since 1970.
 *
 * <p>What a round changes is kept like the outcome of a record, until a record comes; the first round after a start says it again.
 */
final class StaySweeper {
    /** With rounds every 5 s, each stay's triage is said at least once a minute. */
    private static final long BEAT = Duration.ofSeconds(55).toMillis();

    /** A stay that was heard a moment ago is told the time by its own readings. */
    private static final long LULL = Duration.ofSeconds(2).toMillis();

    /** A way through the topics takes a second or three; what takes longer is late. */
    private static final long LATE = Duration.ofSeconds(10).toMillis();

    /** So long a stay may be unheard before somebody is called, though what it says may lie unread. */
    private static final Duration UNREAD = Duration.ofMinutes(2);

    /** A provisional stay that was heard so lately is alive, whatever its clock says of an admission. */
    private static final long ALIVE = Duration.ofSeconds(10).toMillis();

    private final StayWatchConfig settings;
    private final StayEvaluator evaluator;
    private final StayDirectory directory;
    private final AlertStateStore stateStore;
    private final BiFunction<Set<Integer>, Long, Long> readUpTo;
    private final BiConsumer<String, StayOutput> sent;
    private final Map<String, Long> heard = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> late = new HashSet<>();
    private boolean first = true;

    /** @param readUpTo see {@link ReadHorizon}, of this task's partition */
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

    /** A record of {@code stay} came. */
    void recordArrived(String stay, long now) {
        heard.put(stay, now);
        silent.remove(stay);
        late.remove(stay);
        stateStore.forget(place(stay));
    }

    void saidTriage(String stay, long now) {
        said.put(stay, now);
    }

    void sweep(long now) {
        for (String stay : stateStore.stays()) {
            heard.putIfAbsent(stay, now);
            if (first) {
                send(stay, stateStore.recall(place(stay)));
            }
            sweep(stateStore.stay(stay), now);
        }
        first = false;
    }

    /**
     * Of what may lie unread no silence is concluded, except when it takes so long that somebody has to look. Deadlines follow the wall clock.
     */
    private void sweep(StayAlertState stay, long now) {
        long read = readUpTo.apply(stay.rawPartitions(), now);
        Optional<Instant> end = isAlive(stay, now) ? Optional.empty() : end(stay, read);
        if (stay.hasNoReadings()) {
            forgetAfterAWhile(stay, now);
        } else if (stay.isEnded()) {
            lookAtAnEmptyBed(stay, now);
        } else if (end.isPresent()) {
            change(evaluator.endStay(stay, end.get(), Instant.ofEpochMilli(now)), now);
        } else if (isSilent(stay.name(), read) && (silent.add(stay.name()) || isMissedUncalled(stay))) {
            change(evaluator.markSilent(stay, isMissed(stay), Instant.ofEpochMilli(now)), now);
        } else if (isUnread(stay, now)) {
            change(evaluator.markUnread(stay, UNREAD, Instant.ofEpochMilli(now)), now);
        } else if (isLate(stay.name(), read, now) && late.add(stay.name())) {
            change(evaluator.markLate(stay, Instant.ofEpochMilli(now)), now);
        } else if (passes(stay, now)) {
            change(evaluator.advanceTo(stay, clock(stay, now), Instant.ofEpochMilli(now)), now);
        } else if (now - said.getOrDefault(stay.name(), 0L) >= BEAT) {
            send(stay.name(), evaluator.repeatDisplayed(stay));
        }
    }

    private boolean isAlive(StayAlertState stay, long now) {
        return StayAssignment.isProvisional(stay.name()) && now - heard.get(stay.name()) < ALIVE;
    }

    private boolean isMissedUncalled(StayAlertState stay) {
        return isMissed(stay) && evaluator.wouldRaiseSilent(stay);
    }

    private boolean isUnread(StayAlertState stay, long now) {
        return now - heard.get(stay.name()) >= UNREAD.toMillis()
                && !silent.contains(stay.name())
                && isMissed(stay)
                && evaluator.wouldRaiseUnread(stay);
    }

    private boolean isLate(String stay, long read, long now) {
        return isSilent(stay, now) && now - read > LATE && !silent.contains(stay);
    }

    /** Whoever is watched without an admission is missed as well, until somebody is admitted to the bed. */
    private boolean isMissed(StayAlertState stay) {
        return StayAssignment.isProvisional(stay.name())
                ? !directory.isTaken(stay.bed())
                : directory.isHere(stay.name());
    }

    /** A provisional stay ends when a patient is admitted to its bed. */
    private Optional<Instant> end(StayAlertState stay, long read) {
        return StayAssignment.isProvisional(stay.name())
                ? directory.replaced(stay.bed(), stay.watch().clock(), clock(stay, read))
                : directory.endOf(stay.name());
    }

    /** Whether a deadline may have passed since the stay was heard. */
    private boolean passes(StayAlertState stay, long now) {
        return now - heard.get(stay.name()) >= LULL && evaluator.isDue(stay, clock(stay, now));
    }

    private Instant clock(StayAlertState stay, long time) {
        return stay.watch().clock().plusMillis(Math.max(0, time - heard.get(stay.name())));
    }

    private void forgetAfterAWhile(StayAlertState stay, long now) {
        if (now - heard.get(stay.name()) >= settings.memory().toMillis()) {
            forget(stay.name());
        }
    }

    private void lookAtAnEmptyBed(StayAlertState stay, long now) {
        boolean goesOn =
                StayAssignment.isProvisional(stay.name()) ? end(stay, now).isEmpty() : directory.isHere(stay.name());
        if (goesOn) {
            stateStore.keep(stay.goingOn());
            heard.put(stay.name(), now);
        } else if (stay.isEndedBefore(Instant.ofEpochMilli(now).minus(settings.memory()))) {
            forget(stay.name());
        }
    }

    private void forget(String stay) {
        stateStore.forgetStay(stay);
        heard.remove(stay);
        said.remove(stay);
        silent.remove(stay);
        late.remove(stay);
    }

    private boolean isSilent(String stay, long time) {
        return time - heard.get(stay) >= settings.silence().toMillis();
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
