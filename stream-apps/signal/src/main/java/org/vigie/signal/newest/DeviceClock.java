package org.vigie.signal.newest;

import java.time.Instant;

/**
 * Computes when a device measured something, by the ward's clock.
 *
 * <p>Late data and a clock that was set back both have a stamp that is older than the one before. The stamps that follow distinguish the
 * two:
 * <ul>
 * <li>A stamp in the ward's future is certainly wrong. Its time of receipt counts as the time of measurement.
 * <li>When stamps jump back, the first one counts as late. The clock was set if the next stamp follows at the pace of the ward's clock and
 * no stamp continues from before the jump. It was also set if only such stamps came for a minute.
 * <li>A stamp may agree with the ward's clock although the device's clock was known to be wrong. Then the clock was corrected. A stamp may
 * also continue from before the last jump. Then the clock jumped back again. Both changes apply at once.
 * <li>A gap, followed by stamps that continue from before it, is a late delivery. Its values are as old as their stamps.
 * <li>A live device that was behind by the same time since its first message has a slow clock. This is decided after a minute.
 * </ul>
 *
 * <p>Only values that a device measures repeatedly by itself give evidence of its clock. Charted and laboratory values are as old as their
 * stamps. Instances are immutable. The result depends on stamps and received times only.
 *
 * @param alignment present alignment of the device's clock
 * @param previousAlignment alignment before the clock was last set
 * @param backwardRun stamps older than the newest one since the last stamp that fits {@code alignment}
 */
public record DeviceClock(
        ClockAlignment alignment, ClockAlignment previousAlignment, BackwardTimestampRun backwardRun) {
    /** Clock of a device without a message. */
    public static final DeviceClock UNKNOWN =
            new DeviceClock(ClockAlignment.NONE, ClockAlignment.NONE, BackwardTimestampRun.NONE);

    /** A clock that is off by less than this (ms) does not count as wrong, because a message may be that late. */
    private static final long WRONG_CLOCK_MS = 5_000;

    /** A stamp within this time (ms) of its receipt agrees with the ward's clock. */
    private static final long AGREEMENT_MS = 2_000;

    /**
     * Returns the clock after a message.
     *
     * @param stamp newest instant in the message, by the device's clock
     * @param received when the message was received, by the ward's clock
     */
    public DeviceClock afterMessage(Instant stamp, Instant received) {
        return afterMessage(stamp.toEpochMilli(), received.toEpochMilli());
    }

    /**
     * Returns when something was measured, by the ward's clock, for a message that {@link #afterMessage} has processed. The result is never
     * after {@code received}.
     */
    public Instant asOf(Instant stamp, Instant received) {
        long at = stamp.toEpochMilli();
        boolean ofTheClockBefore = at > alignment.at() && !previousAlignment.isNone();
        long shift = ofTheClockBefore ? previousAlignment.shift() : alignment.shift();
        return shift == 0
                ? NewestReadingRule.notAfterReceived(stamp, received)
                : NewestReadingRule.notAfterReceived(stamp.plusMillis(shift), received);
    }

    private DeviceClock afterMessage(long at, long now) {
        if (alignment.isNone()) {
            return new DeviceClock(ClockAlignment.first(at, now), ClockAlignment.NONE, BackwardTimestampRun.NONE);
        }
        if (alignment.carries(at, now)) {
            return new DeviceClock(alignment.then(at, now), previousAlignment, BackwardTimestampRun.NONE);
        }
        if (previousAlignment.goesOn(at, now)) {
            return setTo(alignment.setTo(previousAlignment.shift(), at, now));
        }
        if (Math.abs(alignment.shift()) > WRONG_CLOCK_MS && Math.abs(now - at) <= AGREEMENT_MS) {
            return setTo(alignment.setTo(0, at, now));
        }
        return isSetAhead(at, now) || backwardRun.showsASetClock(alignment, at, now)
                ? setTo(alignment.setTo(at, now))
                : new DeviceClock(alignment, previousAlignment, backwardRun.then(at, now));
    }

    /** Returns true when the clock was set ahead. A stamp far ahead may come from before the clock was set back. */
    private boolean isSetAhead(long at, long now) {
        return at >= alignment.at()
                && alignment.isAhead(at, now, 0)
                && (at > previousAlignment.at() || !alignment.isAhead(at, now, WRONG_CLOCK_MS));
    }

    private DeviceClock setTo(ClockAlignment now) {
        return new DeviceClock(now, alignment, BackwardTimestampRun.NONE);
    }
}
