package org.vigie.signal.newest;

/**
 * Stamps that are older than the newest one of their device, until it goes on from there. Times are milliseconds.
 *
 * @param firstAt stamp of the first
 * @param firstReceived when that came
 * @param at stamp from which on as much time passed on the device's clock as on the ward's
 * @param received when that came
 */
public record BackwardTimestampRun(long firstAt, long firstReceived, long at, long received) {
    public static final BackwardTimestampRun NONE = new BackwardTimestampRun(0, Long.MIN_VALUE, 0, Long.MIN_VALUE);

    /** However unsteady they come: after so long the device's clock was set. */
    private static final long AT_LAST = 60_000;

    /** In less time nothing can be said of a pace. */
    private static final long MEASURABLE = 500;

    boolean isNone() {
        return firstReceived == Long.MIN_VALUE;
    }

    BackwardTimestampRun then(long stamp, long now) {
        if (isNone()) {
            return new BackwardTimestampRun(stamp, now, stamp, now);
        }
        return ClockAlignment.isPaced(at, received, stamp, now)
                ? this
                : new BackwardTimestampRun(firstAt, firstReceived, stamp, now);
    }

    /** Whether one more stamp shows that the clock was set, since late data would not come at its pace and alone. */
    boolean showsASetClock(ClockAlignment line, long stamp, long now) {
        if (isNone() || !line.isOverdue(now)) {
            return false;
        }
        boolean paced = stamp > at
                && now - received >= Math.max(MEASURABLE, line.every() / 2)
                && ClockAlignment.isPaced(at, received, stamp, now);
        return paced || isAtLast(stamp, now);
    }

    /** Faster than twice the ward's clock is an upload of what was measured before. */
    private boolean isAtLast(long stamp, long now) {
        long came = now - firstReceived;
        return came >= AT_LAST && stamp > firstAt && stamp - firstAt <= 2 * came;
    }
}
