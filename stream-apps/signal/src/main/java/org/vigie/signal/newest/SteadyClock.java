package org.vigie.signal.newest;

import java.time.Instant;

/**
 * Follows the clock of one device in place while its stamps agree with the ward's clock. The result is that of {@link
 * DeviceClock#afterMessage}, without a new object for each message.
 */
public final class SteadyClock {
    private final DeviceClock start;
    private final boolean right;
    private long at;
    private long received;
    private long every;
    private long behindSince;
    private boolean moved;

    /** Begins at a clock. */
    public SteadyClock(DeviceClock start) {
        ClockAlignment alignment = start.alignment();
        this.start = start;
        this.right = !alignment.isNone() && alignment.shift() == 0 && alignment.behind() == 0;
        this.at = alignment.at();
        this.received = alignment.received();
        this.every = alignment.every();
        this.behindSince = alignment.behindSince();
    }

    /** Returns true when the clock is right and a stamp follows the newest one. The stamp itself is then the time of measurement. */
    public boolean agreesWith(Instant stamp, Instant now) {
        return right && stamp.toEpochMilli() >= at && !stamp.isAfter(now);
    }

    /** Moves the clock to a message whose newest stamp agrees with it. */
    public void take(Instant stamp, Instant now) {
        long nowMillis = now.toEpochMilli();
        long passed = nowMillis - received;
        behindSince = ClockAlignment.isLive(passed) ? behindSince : nowMillis;
        every = ClockAlignment.nextInterval(passed, every);
        at = stamp.toEpochMilli();
        received = nowMillis;
        moved = true;
    }

    /** Returns the clock as it is now. */
    public DeviceClock clock() {
        return moved
                ? new DeviceClock(
                        new ClockAlignment(0, at, received, every, 0, behindSince),
                        start.previousAlignment(),
                        BackwardTimestampRun.NONE)
                : start;
    }
}
