package org.vigie.access.login;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts the wrong attempts of each name in a row, and locks the name after each five of them: for one minute, then for two, then for four.
 * No name is tried more than 100 times in an hour. A right attempt ends the row, and an hour without an attempt does. Safe for several
 * threads.
 *
 * <p>Names must be those of users who exist, so that nobody fills the memory with others.
 */
public final class FailedAttempts {
    private static final int MOST = 5;
    private static final int LONGEST_LOCK_MINUTES = 4;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<String, Streak> streaks = new HashMap<>();

    /** Holds the number of wrong attempts in a row and the time of the last one. */
    private record Streak(int failed, Instant last) {
        boolean isLocked(Instant now) {
            return failed % MOST == 0 && now.isBefore(last.plus(lock()));
        }

        private Duration lock() {
            int doublings = Math.min(failed / MOST - 1, LONGEST_LOCK_MINUTES / 2);
            return Duration.ofMinutes(1L << doublings);
        }

        boolean goesOn(Instant now) {
            return now.isBefore(last.plus(REMEMBERED));
        }
    }

    /**
     * Judges one attempt; empty when it is wrong, and while the name is locked. It judges one after the other, so that many attempts at the
     * same time are no more than five.
     *
     * @param attempt compares the secret; empty when it is wrong
     */
    public synchronized <T> Optional<T> judge(String name, Instant now, Supplier<Optional<T>> attempt) {
        if (isLocked(name, now)) {
            return Optional.empty();
        }
        Optional<T> judged = attempt.get();
        note(name, judged.isPresent(), now);
        return judged;
    }

    /** Returns true while a name may not try again. */
    public synchronized boolean isLocked(String name, Instant now) {
        return Optional.ofNullable(streaks.get(name))
                .filter(streak -> streak.isLocked(now))
                .isPresent();
    }

    /** Notes an attempt. A right one ends the row. */
    public synchronized void note(String name, boolean right, Instant now) {
        if (right) {
            streaks.remove(name);
            return;
        }
        int before = Optional.ofNullable(streaks.get(name))
                .filter(streak -> streak.goesOn(now))
                .map(Streak::failed)
                .orElse(0);
        streaks.put(name, new Streak(before + 1, now));
    }
}
