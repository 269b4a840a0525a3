package org.vigie.station.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets one reading go on at a time, and leaves a pause after it that is as long as the reading, and 30 seconds at most. So the readings of
 * many requests take half of the time at most. Safe for several threads.
 */
final class ReadingTurn {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration WHILE_READING = Duration.ofSeconds(2);

    private final InstantSource wall;
    private boolean taken;
    private Instant began = Instant.EPOCH;
    private Instant ended = Instant.EPOCH;

    ReadingTurn(InstantSource wall) {
        this.wall = wall;
    }

    /** Begins a reading; returns false while another one goes on or the pause after it. */
    synchronized boolean begin() {
        Instant now = wall.instant();
        if (taken || isPause(now)) {
            return false;
        }
        taken = true;
        began = now;
        return true;
    }

    private boolean isPause(Instant now) {
        // A clock that was set back ends the pause.
        return !now.isBefore(ended) && now.isBefore(ended.plus(pause()));
    }

    private Duration pause() {
        Duration took = Duration.between(began, ended);
        return took.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : took;
    }

    /** Returns after how many whole seconds it is worth asking again: the rest of the pause, or a moment while a reading goes on. */
    synchronized Duration left(Instant now) {
        Duration left = taken ? WHILE_READING : Duration.between(now, ended.plus(pause()));
        return Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
    }

    synchronized void end() {
        taken = false;
        ended = wall.instant();
    }
}
