package org.vigie.access.login;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the wrong attempts of each name in a row and locks the name for a minute after five of them. Safe for several threads. */
public final class FailedAttempts {
    private static final int MOST = 5;
    private static final int MOST_NAMES = 1_000;
    private static final Duration LOCKED = Duration.ofMinutes(1);

    private final Map<String, Streak> streaks = new HashMap<>();

    /** Holds the number of wrong attempts in a row and the time of the last one. */
    private record Streak(int failed, Instant last) {}

    /** Returns true while a name may not try again. */
    public synchronized boolean isLocked(String name, Instant now) {
        Streak streak = streaks.get(name);
        return streak != null && streak.failed >= MOST && now.isBefore(streak.last.plus(LOCKED));
    }

    /** Notes an attempt. A right one ends the row. */
    public synchronized void note(String name, boolean right, Instant now) {
        if (right) {
            streaks.remove(name);
            return;
        }
        if (streaks.size() >= MOST_NAMES) {
            streaks.values().removeIf(streak -> !now.isBefore(streak.last.plus(LOCKED)));
        }
        Streak before = streaks.get(name);
        boolean goesOn = before != null && now.isBefore(before.last.plus(LOCKED));
        streaks.put(name, new Streak(goesOn ? before.failed + 1 : 1, now));
    }
}
