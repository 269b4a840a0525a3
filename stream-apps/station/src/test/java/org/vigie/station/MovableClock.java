package org.vigie.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs with the clock of the machine, or slowly. A test moves it ahead or stops it, so that no test depends on the speed of the machine.
 */
public final class MovableClock extends Clock {
    private final InstantSource source;
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stoppedAt;

    public MovableClock() {
        this(InstantSource.system());
    }

    private MovableClock(InstantSource source) {
        this.source = source;
    }

    /**
     * Returns a clock that begins now and goes on by a millisecond each time that it is looked at: two values have two times, and none grows old
     * while the machine is slow or stands still.
     */
    static MovableClock slow() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var looks = new AtomicLong();
        return new MovableClock(() -> start.plusMillis(looks.getAndIncrement()));
    }

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
        return stopped == null ? source.instant().plus(ahead) : stopped;
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
