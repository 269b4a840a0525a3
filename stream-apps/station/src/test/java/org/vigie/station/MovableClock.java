package org.vigie.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs with the clock of the machine. A test moves it ahead or stops it, so that no test depends on the speed of the machine. */
public final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stoppedAt;

    public void move(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Stops the clock at the present time. */
    public void stop() {
        stoppedAt = instant();
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? Instant.now().plus(ahead) : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
