package org.vigie.gateway.play;

import java.time.Duration;
import java.time.Instant;

/**
 * Computes when a recording's instants lie, and when they are sent. Played faster than it was recorded it begins as far in the past as it
 * gains on the way: its clock meets the wall's at its end and is never ahead, and the spacing of its rows is the true one.
 *
 * @param start the recording's first instant, on the ward's clock
 * @param begun when playing began, on the wall's
 * @param speed 1 or more
 */
record PlaybackSchedule(Instant start, Instant begun, double speed) {
    PlaybackSchedule {
        if (!(speed >= 1 && speed <= 100_000)) {
            throw new IllegalArgumentException("speed: must be 1 to 100000, was " + speed);
        }
    }

    static PlaybackSchedule of(Instant now, Duration length, double speed) {
        return new PlaybackSchedule(now.minus(length).plus(divided(length, speed)), now, speed);
    }

    /** Returns the instant of measurement of a record. */
    Instant measured(Duration at) {
        return start.plus(at);
    }

    /** Returns the instant at which a record is sent. */
    Instant due(Duration at) {
        return begun.plus(divided(at, speed));
    }

    private static Duration divided(Duration length, double speed) {
        return Duration.ofMillis((long) (length.toMillis() / speed));
    }
}
