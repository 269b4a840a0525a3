package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Bounds the time for which an earlier situation is read.
 *
 * @param most longest time
 * @param until end of that time
 */
public record ReadDeadline(InstantSource clock, Duration most, Instant until) {
    /** Returns a deadline that begins now. */
    public static ReadDeadline after(Duration most, InstantSource clock) {
        return new ReadDeadline(clock, most, clock.instant().plus(most));
    }

    /** Returns the deadline of a command, which the user can end: never. */
    public static ReadDeadline never() {
        return new ReadDeadline(InstantSource.system(), Duration.ZERO, Instant.MAX);
    }

    /** @throws PastWardTimeoutException when it is past */
    public void check() {
        if (clock.instant().isAfter(until)) {
            throw new PastWardTimeoutException(most);
        }
    }
}
