package org.vigie.station.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

/**
 * Follows the state of a replay. Its clock shows the recorded time, so that a value of the replay is as old as it was then. Safe for
 * several threads.
 */
public final class StationReplay {
    /** A replay sends its state once a second. One that sent none for so long does not run. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    private final InstantSource wall;
    private ReplayStatus last;
    private Instant received;
    private Instant shown;

    /**
     * @param first state that the replay sent; it may be old
     * @param wall the station's own clock
     */
    public StationReplay(ReplayStatus first, InstantSource wall) {
        this.wall = wall;
        this.last = first;
        this.received = earlier(first.getSentAt(), wall.instant());
        this.shown = first.getPosition();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Takes a state that the replay has just sent. The clock of its machine may be wrong, so that the time of the receipt counts. */
    public synchronized void take(ReplayStatus status) {
        last = status;
        received = wall.instant();
    }

    /** Returns where the replay is. */
    public synchronized ReplaySnapshot snapshot() {
        boolean ended = last.getState() == ReplayState.ENDED;
        return ReplaySnapshot.of(
                last, ended || silence().compareTo(SILENT) <= 0 ? last.getState() : ReplayState.STOPPED);
    }

    /** Returns the time since the last state came. */
    private Duration silence() {
        Duration since = Duration.between(received, wall.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** Returns the recorded time. It goes on between two states of a replay that runs, and never goes back. */
    private synchronized Instant time() {
        double speed = snapshot().secondsPerSecond();
        Instant now = last.getPosition().plusMillis(Math.round(silence().toMillis() * speed));
        Instant until = now.isAfter(last.getTo()) ? last.getTo() : now;
        shown = until.isAfter(shown) ? until : shown;
        return shown;
    }

    /** Returns the clock of the recorded time. */
    public Clock clock() {
        return new RecordedTimeClock(ZoneOffset.UTC);
    }

    /** Shows the recorded time of this replay. */
    private final class RecordedTimeClock extends Clock {
        private final ZoneId zone;

        RecordedTimeClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new RecordedTimeClock(other);
        }

        @Override
        public Instant instant() {
            return time();
        }
    }
}
