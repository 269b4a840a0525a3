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
import org.vigie.alerts.Nurse.Done;
import org.vigie.signal.identify.Identity;

/**
 * What only a clock can tell, bed after bed: that a stay is silent, that its patient has left, that it may be forgotten, and that
 * somebody is still watching. Wall-clock times in ms since 1970.
 *
 * <p>What a round changes is kept like the outcome of a record, until a record comes; the first round after a start says it again.
 */
final class Round {
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

    private final WatchSettings settings;
    private final Nurse nurse;
    private final Stays stays;
    private final Memory memory;
    private final BiFunction<Set<Integer>, Long, Long> readUpTo;
    private final BiConsumer<String, Outcome> sent;
    private final Map<String, Long> heard = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> late = new HashSet<>();
    private boolean first = true;

    /** @param readUpTo see {@link ReadUpTo}, of this task's partition */
    Round(
            WatchSettings settings,
            Nurse nurse,
            Stays stays,
            Memory memory,
            BiFunction<Set<Integer>, Long, Long> readUpTo,
            BiConsumer<String, Outcome> sent) {
        this.settings = settings;
        this.nurse = nurse;
        this.stays = stays;
        this.memory = memory;
        this.readUpTo = readUpTo;
        this.sent = sent;
    }

    /** A record of {@code stay} came. */
    void hear(String stay, long now) {
        heard.put(stay, now);
        silent.remove(stay);
        late.remove(stay);
        memory.forget(place(stay));
    }

    void saidTriage(String stay, long now) {
        said.put(stay, now);
    }

    void look(long now) {
        for (String stay : memory.stays()) {
            heard.putIfAbsent(stay, now);
            if (first) {
                send(stay, memory.recall(place(stay)));
            }
            look(memory.stay(stay), now);
        }
        first = false;
    }

    /**
     * Of what may lie unread no silence is concluded, except when it takes so long that somebody has to look. Deadlines follow the wall clock.
     */
    private void look(StayMemory stay, long now) {
        long read = readUpTo.apply(stay.rawPartitions(), now);
        Optional<Instant> end = isAlive(stay, now) ? Optional.empty() : end(stay, read);
        if (stay.isUnheardOf()) {
            forgetAfterAWhile(stay, now);
        } else if (stay.isEnded()) {
            lookAtAnEmptyBed(stay, now);
        } else if (end.isPresent()) {
            change(nurse.ended(stay, end.get(), Instant.ofEpochMilli(now)), now);
        } else if (isSilent(stay.name(), read) && (silent.add(stay.name()) || isMissedUncalled(stay))) {
            change(nurse.silent(stay, isMissed(stay), Instant.ofEpochMilli(now)), now);
        } else if (isUnread(stay, now)) {
            change(nurse.unread(stay, UNREAD, Instant.ofEpochMilli(now)), now);
        } else if (isLate(stay.name(), read, now) && late.add(stay.name())) {
            change(nurse.late(stay, Instant.ofEpochMilli(now)), now);
        } else if (passes(stay, now)) {
            change(nurse.pass(stay, clock(stay, now), Instant.ofEpochMilli(now)), now);
        } else if (now - said.getOrDefault(stay.name(), 0L) >= BEAT) {
            send(stay.name(), nurse.again(stay));
        }
    }

    private boolean isAlive(StayMemory stay, long now) {
        return Identity.isProvisional(stay.name()) && now - heard.get(stay.name()) < ALIVE;
    }

    private boolean isMissedUncalled(StayMemory stay) {
        return isMissed(stay) && nurse.missesSilent(stay);
    }

    private boolean isUnread(StayMemory stay, long now) {
        return now - heard.get(stay.name()) >= UNREAD.toMillis()
                && !silent.contains(stay.name())
                && isMissed(stay)
                && nurse.missesUnread(stay);
    }

    private boolean isLate(String stay, long read, long now) {
        return isSilent(stay, now) && now - read > LATE && !silent.contains(stay);
    }

    /** Whoever is watched without an admission is missed as well, until somebody is admitted to the bed. */
    private boolean isMissed(StayMemory stay) {
        return Identity.isProvisional(stay.name()) ? !stays.isTaken(stay.bed()) : stays.isHere(stay.name());
    }

    /** A provisional stay ends when a patient is admitted to its bed. */
    private Optional<Instant> end(StayMemory stay, long read) {
        return Identity.isProvisional(stay.name())
                ? stays.replaced(stay.bed(), stay.watch().clock(), clock(stay, read))
                : stays.endOf(stay.name());
    }

    /** Whether a deadline may have passed since the stay was heard. */
    private boolean passes(StayMemory stay, long now) {
        return now - heard.get(stay.name()) >= LULL && nurse.isDue(stay, clock(stay, now));
    }

    private Instant clock(StayMemory stay, long time) {
        return stay.watch().clock().plusMillis(Math.max(0, time - heard.get(stay.name())));
    }

    private void forgetAfterAWhile(StayMemory stay, long now) {
        if (now - heard.get(stay.name()) >= settings.memory().toMillis()) {
            forget(stay.name());
        }
    }

    private void lookAtAnEmptyBed(StayMemory stay, long now) {
        boolean goesOn = Identity.isProvisional(stay.name()) ? end(stay, now).isEmpty() : stays.isHere(stay.name());
        if (goesOn) {
            memory.keep(stay.goingOn());
            heard.put(stay.name(), now);
        } else if (stay.isEndedBefore(Instant.ofEpochMilli(now).minus(settings.memory()))) {
            forget(stay.name());
        }
    }

    private void forget(String stay) {
        memory.forgetStay(stay);
        heard.remove(stay);
        said.remove(stay);
        silent.remove(stay);
        late.remove(stay);
    }

    private boolean isSilent(String stay, long time) {
        return time - heard.get(stay) >= settings.silence().toMillis();
    }

    private void change(Done done, long now) {
        String stay = done.memory().name();
        memory.keep(place(stay), done.outcome(), now);
        memory.keep(done.memory());
        send(stay, done.outcome());
    }

    private void send(String stay, Outcome outcome) {
        if (!outcome.isNothing()) {
            sent.accept(stay, outcome);
        }
    }

    private static String place(String stay) {
        return "round-" + stay;
    }
}
