package org.vigie.replay.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets the clock of a topology tick on recorded times. It does not tick for records from before its start, which are in force. */
public final class RecordedClock {
    private final TopologyDriver driver;
    private final Instant start;
    private final Duration tick;
    private final Duration shortest;
    private @Nullable Instant now;

    /**
     * @param tick longest step of the clock, while no record comes
     * @param shortest step that a record may cause
     */
    public RecordedClock(TopologyDriver driver, Instant start, Duration tick, Duration shortest) {
        this.driver = driver;
        this.start = start;
        this.tick = tick;
        this.shortest = shortest;
    }

    /** Lets the clock tick up to the time of a record. */
    public void passToRecord(Instant at) {
        if (!at.isBefore(start)) {
            passTo(at);
        }
    }

    /** Lets the clock tick up to a time. It begins to tick at the first time that it is given. */
    public void passTo(Instant time) {
        Instant next = now == null ? time : now.plus(tick);
        for (; !next.isAfter(time); next = next.plus(tick)) {
            advanceTo(next);
        }
        if (now == null || !now.plus(shortest).isAfter(time)) {
            advanceTo(time);
        }
    }

    private void advanceTo(Instant time) {
        driver.advanceTo(time);
        now = time;
    }
}
