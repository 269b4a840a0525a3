package org.vigie.signal.newest;

import java.time.Duration;

/**
 * Relates the clock of one device to the ward's clock since the device's clock was last set. All times are in milliseconds.
 *
 * @param shift offset that is added to the device's stamps; 0 for a clock that is assumed to be right
 * @param at newest stamp, by the device's clock
 * @param received when that stamp was received, by the ward's clock
 * @param every interval between messages; it grows by at most a factor of two, so that one outage does not count as the interval
 * @param behind delay of the stamps behind the ward's clock since the first stamp; 0 once the delay is explained
 * @param behindSince start of the uninterrupted time with this delay
 */
public record ClockAlignment(long shift, long at, long received, long every, long behind, long behindSince) {
    /** Alignment of a device without a message. */
    public static final ClockAlignment NONE = new ClockAlignment(0, Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, 0);

    /** Longest interval of a live device or sensor. Its silence is noticed. */
    public static final Duration LIVE = Duration.ofSeconds(10);

    /** Stamps may be rounded up. A stamp that is further ahead comes from a wrong clock. */
    private static final long ROUNDING_MS = 500;

    /** Largest difference between two delays in the network. */
    private static final long JITTER_MS = 1_500;

    private static final long MINUTE_MS = 60_000;
    private static final long SECOND_MS = 1_000;
    /** Two messages within this time give no interval. */
    private static final long SHORTEST_INTERVAL_MS = 100;
    /** A clock drifts by less than one unit in this many. NTP slews a clock by at most half of that. */
    private static final long SECONDS_TO_DRIFT_ONE = 1_000;

    static ClockAlignment first(long at, long received) {
        long lag = received - at;
        return new ClockAlignment(Math.min(0, lag), at, received, 0, lag >= LIVE.toMillis() ? lag : 0, received);
    }

    boolean isNone() {
        return at == Long.MIN_VALUE;
    }

    /** Returns the newest stamp, by the ward's clock. */
    long asOf() {
        return at + shift;
    }

    /** Returns true when a stamp follows the newest one and fits this alignment. */
    boolean carries(long stamp, long now) {
        return stamp >= at && !isAhead(stamp, now, ROUNDING_MS);
    }

    /** Returns true when, by this alignment, a stamp is in the ward's future by more than {@code tolerance}. */
    boolean isAhead(long stamp, long now, long tolerance) {
        return stamp + shift > now + tolerance;
    }

    /** Returns true when a stamp is where a clock with this alignment would be now. */
    boolean goesOn(long stamp, long now) {
        return !isNone() && stamp > at && now - received <= MINUTE_MS && isPaced(at, received, stamp, now);
    }

    /** Returns true when the device's clock and the ward's clock advanced by the same time. */
    static boolean isPaced(long at, long received, long stamp, long now) {
        return Math.abs((stamp - at) - (now - received)) <= JITTER_MS;
    }

    /** Returns true when the next message of the device is overdue. */
    boolean isOverdue(long now) {
        return now - received >= Math.max(SECOND_MS, every + every / 2);
    }

    /** Returns the alignment after a stamp that fits it. */
    ClockAlignment then(long stamp, long now) {
        long passed = now - received;
        return new ClockAlignment(
                        follow(stamp, now),
                        stamp,
                        now,
                        nextInterval(passed, every),
                        behind,
                        isLive(passed) ? behindSince : now)
                .withSlowClockCorrected();
    }

    /** Returns the alignment after the device's clock was set. The ward's time of its measurements continues without a jump. */
    ClockAlignment setTo(long stamp, long now) {
        long goesOn = Math.min(now, asOf() + (now - received));
        return restarted(goesOn - stamp, stamp, now);
    }

    /** Returns the alignment with another offset. The time of a measurement never moves before an earlier measurement. */
    ClockAlignment setTo(long newShift, long stamp, long now) {
        long notBefore = Math.min(now, asOf());
        return restarted(Math.max(newShift, notBefore - stamp), stamp, now);
    }

    private ClockAlignment restarted(long newShift, long stamp, long now) {
        return new ClockAlignment(
                Math.min(newShift, now - stamp), stamp, now, nextInterval(now - received, every), 0, 0);
    }

    /**
     * Returns the offset after a message. No measurement is later than its message. A clock that ran ahead may be slewed back, by less than
     * an outage would show.
     */
    private long follow(long stamp, long now) {
        long lag = now - stamp - shift;
        if (lag <= 0) {
            return now - stamp;
        }
        long drift = Math.max(0, now - received) / SECONDS_TO_DRIFT_ONE;
        return shift < 0 ? Math.min(0, shift + Math.min(lag, drift)) : shift;
    }

    /**
     * Recognises a slow clock. A live device that was behind by the same time since its first message, for a minute, has a slow clock. A
     * late delivery would have a growing or shrinking delay.
     */
    private ClockAlignment withSlowClockCorrected() {
        long lag = received - at;
        if (behind == 0) {
            return this;
        }
        if (lag < behind - JITTER_MS) {
            return new ClockAlignment(shift, at, received, every, lag >= LIVE.toMillis() ? lag : 0, received);
        }
        boolean steady = lag <= behind + JITTER_MS && received - behindSince >= MINUTE_MS;
        return steady ? new ClockAlignment(shift + behind, at, received, every, 0, 0).notAhead() : this;
    }

    private ClockAlignment notAhead() {
        return new ClockAlignment(Math.min(shift, received - at), at, received, every, behind, behindSince);
    }

    /** Returns true for a time without messages that a live device may have. */
    static boolean isLive(long passed) {
        return passed <= LIVE.toMillis();
    }

    static long nextInterval(long passed, long every) {
        return passed < SHORTEST_INTERVAL_MS ? every : Math.min(passed, Math.max(SECOND_MS, 2 * every));
    }
}
