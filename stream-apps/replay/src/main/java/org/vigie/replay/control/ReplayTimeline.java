package org.vigie.replay.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.topic.PartitionPeriod;

/** Computes the time of a replay from the wall clock, and when a record may be taken. Not thread-safe. */
final class ReplayTimeline {
    private static final String SEEK = "seek: must be ";
    private static final String BACKWARDS = "; for an earlier time begin a new replay with --from";

    private final PartitionPeriod period;
    private ReplaySpeed speed;
    private boolean paused;
    private boolean begun;
    private @Nullable Instant seekTo;
    private Instant next;
    private Instant time;
    private Instant timeAt;

    /** @param wall wall time of the start */
    ReplayTimeline(PartitionPeriod period, ReplaySpeed speed, boolean paused, Instant wall) {
        this.period = period;
        this.speed = speed;
        this.paused = paused;
        this.next = period.from();
        this.time = period.from();
        this.timeAt = wall;
    }

    /** Returns true when a record must wait. The first record is taken at once, unless the replay is paused. */
    boolean holdsBack(Instant recorded, Instant wall) {
        next = recorded;
        if (seekTo != null && recorded.isAfter(seekTo)) {
            moveTo(seekTo, wall);
            seekTo = null;
        }
        if (seekTo != null) {
            return false;
        }
        return paused ? recorded.isAfter(time) : runsByTheClock() && at(wall).isBefore(recorded);
    }

    /** Returns the wall time at which a record may be taken; empty while the replay is paused. */
    Optional<Instant> due(Instant recorded) {
        double millis = Duration.between(time, recorded).toMillis() / speed.times();
        return Optional.of(timeAt).filter(since -> !paused).map(since -> since.plusMillis((long) Math.ceil(millis)));
    }

    /** Records that a record is taken. A replay that runs by the clock keeps its clock, so that it can make up a delay. */
    void take(Instant recorded, Instant wall) {
        if (!runsByTheClock()) {
            moveTo(recorded, wall);
        }
        begun = true;
    }

    private void moveTo(Instant recorded, Instant wall) {
        time = recorded.isAfter(time) ? recorded : time;
        timeAt = wall;
    }

    private boolean runsByTheClock() {
        return begun && !paused && seekTo == null && !speed.isMax();
    }

    /** Returns the time of the replay. Between two records it goes on, up to that of the next one. */
    Instant at(Instant wall) {
        if (!runsByTheClock()) {
            return time;
        }
        double millis = Duration.between(timeAt, wall).toMillis() * speed.times();
        Instant passed = time.plusMillis(Math.round(millis));
        return passed.isAfter(next) ? next : passed;
    }

    ReplayPosition position(Instant wall) {
        return new ReplayPosition(at(wall), speed, paused, Optional.ofNullable(seekTo));
    }

    void pause(boolean waits, Instant wall) {
        moveTo(at(wall), wall);
        paused = waits;
        seekTo = waits ? null : seekTo;
    }

    void setSpeed(ReplaySpeed other, Instant wall) {
        moveTo(at(wall), wall);
        speed = other;
    }

    /** Goes on without waiting for some recorded time, and pauses then. */
    void step(Duration length, Instant wall) {
        require(length.toMillis() > 0, "step: must be positive, was " + length);
        pause(true, wall);
        Instant end = time.plus(length);
        seekTo = end.isAfter(period.to()) ? period.to() : end;
    }

    /** Goes on without waiting up to a recorded time. */
    void seek(Instant to, Instant wall) {
        moveTo(at(wall), wall);
        require(to.isAfter(time), SEEK + "after " + time + ", where the replay is, was " + to + BACKWARDS);
        require(!to.isAfter(period.to()), SEEK + "at most " + period.to() + ", the end of the period, was " + to);
        seekTo = to;
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new IllegalArgumentException(refusal);
        }
    }
}
