package org.vigie.signal.newest;

import java.time.Duration;

/**
 * How the clock of one device has run against the ward's while nobody set it. All times are milliseconds.
 *
 * @param shift what is to be added to the device's stamps; 0 for a clock that is believed
 * @param at newest stamp, by the device's clock
 * @param received when that came, by the ward's clock
 * @param every how often the device speaks; grows by at most a factor of two, so that one outage is not taken for its rhythm
 * @param behind by how much the stamps have lain behind the ward's clock since the first one; 0 once that is decided
 * @param behindSince since when it has been so without a break
 */
public record ClockAlignment(long shift, long at, long received, long every, long behind, long behindSince) {
    /** Of a device that has not spoken. */
    public static final ClockAlignment NONE = new ClockAlignment(0, Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, 0);

    /** A device or sensor that speaks this often is live: it is missed when it falls silent. */
    public static final Duration LIVE = Duration.ofSeconds(10);

    /** Stamps may be rounded up: what lies further ahead is another clock. */
    private static final long ROUNDED = 500;

    /** A way through the network takes so much longer or shorter than another. */
    private static final long JITTER = 1_500;

    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;
    /** Two messages of one second are no rhythm. */
    private static final long SAME_SECOND = 100;
    /** A clock drifts by less; NTP slews by at most half of it. */
    private static final long SECONDS_TO_DRIFT_ONE = 1_000;

    static ClockAlignment first(long at, long received) {
        long lag = received - at;
        return new ClockAlignment(Math.min(0, lag), at, received, 0, lag >= LIVE.toMillis() ? lag : 0, received);
    }

    boolean isNone() {
        return at == Long.MIN_VALUE;
    }

    /** The newest stamp by the ward's clock. */
    long asOf() {
        return at + shift;
    }

    /** Whether a stamp follows the newest one without leaving the line. */
    boolean carries(long stamp, long now) {
        return stamp >= at && !isAhead(stamp, now, ROUNDED);
    }

    /** Whether a stamp lies in the ward's future by this line, and by more than {@code tolerance}. */
    boolean isAhead(long stamp, long now, long tolerance) {
        return stamp + shift > now + tolerance;
    }

    /** Whether a stamp lies where the line would be now, if the device had gone on by it. */
    boolean goesOn(long stamp, long now) {
        return !isNone() && stamp > at && now - received <= MINUTE && isPaced(at, received, stamp, now);
    }

    /** Whether as much time passed on the device's clock as on the ward's. */
    static boolean isPaced(long at, long received, long stamp, long now) {
        return Math.abs((stamp - at) - (now - received)) <= JITTER;
    }

    /** Whether the line should have spoken, and did not. */
    boolean isOverdue(long now) {
        return now - received >= Math.max(SECOND, every + every / 2);
    }

    /** After a stamp that the line carries. */
    ClockAlignment then(long stamp, long now) {
        long passed = now - received;
        return new ClockAlignment(
                        follow(stamp, now),
                        stamp,
                        now,
                        rhythm(passed),
                        behind,
                        passed > LIVE.toMillis() ? now : behindSince)
                .settled();
    }

    /** After the clock was set; the ward's time of what it says goes on where this line would be. */
    ClockAlignment setTo(long stamp, long now) {
        long goesOn = Math.min(now, asOf() + (now - received));
        return anew(goesOn - stamp, stamp, now);
    }

    /** After it turned out that {@code other} holds. No instant that was said before becomes newer by that. */
    ClockAlignment setTo(long newShift, long stamp, long now) {
        long notBefore = Math.min(now, asOf());
        return anew(Math.max(newShift, notBefore - stamp), stamp, now);
    }

    private ClockAlignment anew(long newShift, long stamp, long now) {
        return new ClockAlignment(Math.min(newShift, now - stamp), stamp, now, rhythm(now - received), 0, 0);
    }

    /** Nothing was measured after it came; a clock that ran ahead may be slewed back, by so little that no outage looks like it. */
    private long follow(long stamp, long now) {
        long lag = now - stamp - shift;
        if (lag <= 0) {
            return now - stamp;
        }
        long drift = Math.max(0, now - received) / SECONDS_TO_DRIFT_ONE;
        return shift < 0 ? Math.min(0, shift + Math.min(lag, drift)) : shift;
    }

    /**
     * A live device that has been behind by the same time since its first word, for a minute, has a clock that is slow: a delivery that is
     * late grows or shrinks.
     */
    private ClockAlignment settled() {
        long lag = received - at;
        if (behind == 0) {
            return this;
        }
        if (lag < behind - JITTER) {
            return new ClockAlignment(shift, at, received, every, lag >= LIVE.toMillis() ? lag : 0, received);
        }
        boolean steady = lag <= behind + JITTER && received - behindSince >= MINUTE;
        return steady ? new ClockAlignment(shift + behind, at, received, every, 0, 0).notAhead() : this;
    }

    private ClockAlignment notAhead() {
        return new ClockAlignment(Math.min(shift, received - at), at, received, every, behind, behindSince);
    }

    private long rhythm(long passed) {
        return passed < SAME_SECOND ? every : Math.min(passed, Math.max(SECOND, 2 * every));
    }
}
