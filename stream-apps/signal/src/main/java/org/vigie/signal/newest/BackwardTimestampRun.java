package org.vigie.signal.newest;

/**
 * Describes a run of time stamps that are older than the newest stamp of their device. The run ends when a stamp continues from the newest
 * one. All times are in milliseconds.
 *
 * @param firstAt first stamp of the run
 * @param firstReceived when the first stamp was received
 * @param at stamp since which the device's clock has advanced as fast as the ward's
 * @param received when that stamp was received
 */
public record BackwardTimestampRun(long firstAt, long firstReceived, long at, long received) {
    public static final BackwardTimestampRun NONE = new BackwardTimestampRun(0, Long.MIN_VALUE, 0, Long.MIN_VALUE);

    /** After this time the device's clock counts as set, even if the stamps are irregular. */
    private static final long LONGEST_RUN = 60_000;

    /** In a shorter time the pace of a clock cannot be measured. */
    private static final long SHORTEST_MEASURABLE = 500;

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

    /**
     * Returns true when one more stamp shows that the clock was set. Late data would not come alone and at the pace of the ward's clock.
     */
    boolean showsASetClock(ClockAlignment line, long stamp, long now) {
        if (isNone() || !line.isOverdue(now)) {
            return false;
        }
        boolean paced = stamp > at
                && now - received >= Math.max(SHORTEST_MEASURABLE, line.every() / 2)
                && ClockAlignment.isPaced(at, received, stamp, now);
        return paced || isSetAfterMinute(stamp, now);
    }

    /** Returns false for stamps that advance faster than twice the ward's clock: they are an upload of earlier measurements. */
    private boolean isSetAfterMinute(long stamp, long now) {
        long elapsed = now - firstReceived;
        return elapsed >= LONGEST_RUN && stamp > firstAt && stamp - firstAt <= 2 * elapsed;
    }
}
