package org.vigie.signal.newest;

import java.time.Instant;

/**
 * Tells when a device measured something, by the ward's clock. Late data and a clock that was set both carry a stamp that is older than
 * the one before. What tells them apart is how the device goes on:
 *
 * <ul>
 *   <li>A stamp in the ward's future is wrong for certain. It counts as measured when it came.
 *   <li>Where stamps jump back, the first is taken for late. The clock was set when the next one follows it as the ward's clock does,
 *       while nothing came that goes on from before the jump; or when for a minute nothing else came.
 *   <li>A stamp that agrees with the ward's clock, of a device whose clock was known to be wrong, shows that it was put right. One that
 *       goes on where the clock was before its last jump shows that it jumped back again. Both hold at once.
 *   <li>A gap, and stamps that go on from before it, is a delivery that is late: its values are as old as their stamps say.
 *   <li>A live device that was behind by the same time from its first word on has a slow clock, after a minute.
 * </ul>
 *
 * <p>Only what a device measures by itself, again and again, shows its clock; what is charted or comes from a laboratory is as old as it
 * says. Immutable, and deterministic in stamps and received times.
 *
 * @param line how its clock runs
 * @param before how it ran before it was set last
 * @param back stamps off the line, older than its newest, since the line was heard last
 */
public record DeviceClock(ClockAlignment line, ClockAlignment before, BackwardTimestampRun back) {
    /** Of a device that has said nothing. */
    public static final DeviceClock UNHEARD =
            new DeviceClock(ClockAlignment.NONE, ClockAlignment.NONE, BackwardTimestampRun.NONE);

    /** A clock that is off by less is not called wrong: so late may a message be. */
    private static final long WRONG = 5_000;

    /** A stamp that is so close to the time at which it came agrees with the ward's clock. */
    private static final long AGREES = 2_000;

    /**
     * After a message.
     *
     * @param stamp newest instant of the message, by the device's clock
     * @param received when it came, by the ward's clock
     */
    public DeviceClock heard(Instant stamp, Instant received) {
        return heard(stamp.toEpochMilli(), received.toEpochMilli());
    }

    /** When something was measured by the ward's clock, of a message that was {@link #heard}. Never after it was received. */
    public Instant asOf(Instant stamp, Instant received) {
        long at = stamp.toEpochMilli();
        boolean ofTheClockBefore = at > line.at() && !before.isNone();
        long shift = ofTheClockBefore ? before.shift() : line.shift();
        return shift == 0
                ? NewestReadingRule.notAfterReceived(stamp, received)
                : NewestReadingRule.notAfterReceived(stamp.plusMillis(shift), received);
    }

    private DeviceClock heard(long at, long now) {
        if (line.isNone()) {
            return new DeviceClock(ClockAlignment.first(at, now), ClockAlignment.NONE, BackwardTimestampRun.NONE);
        }
        if (line.carries(at, now)) {
            return new DeviceClock(line.then(at, now), before, BackwardTimestampRun.NONE);
        }
        if (before.goesOn(at, now)) {
            return setTo(line.setTo(before.shift(), at, now));
        }
        if (Math.abs(line.shift()) > WRONG && Math.abs(now - at) <= AGREES) {
            return setTo(line.setTo(0, at, now));
        }
        return isSetAhead(at, now) || back.showsASetClock(line, at, now)
                ? setTo(line.setTo(at, now))
                : new DeviceClock(line, before, back.then(at, now));
    }

    /** What lies far ahead may have been stamped before the clock was set back. */
    private boolean isSetAhead(long at, long now) {
        return at >= line.at() && line.isAhead(at, now, 0) && (at > before.at() || !line.isAhead(at, now, WRONG));
    }

    private DeviceClock setTo(ClockAlignment now) {
        return new DeviceClock(now, line, BackwardTimestampRun.NONE);
    }
}
