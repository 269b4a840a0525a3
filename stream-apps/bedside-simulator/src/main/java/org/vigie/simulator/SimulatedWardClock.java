package org.vigie.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * Converts the wall clock to the ward's clock. At {@code wall} the ward's clock shows {@code ward}; it runs {@code speed} times as fast as
 * the wall clock, but never ahead of it.
 */
record SimulatedWardClock(Instant wall, Instant ward, double speed) {
    /** Time on the wall clock that a fast ward needs until its clock shows the wall time. */
    static final Duration HEADROOM = Duration.ofHours(1);

    /** Returns a clock that starts now. It is set back as far as a fast ward needs. */
    static SimulatedWardClock startingAt(Instant wall, double speed) {
        long back = Math.round((speed - 1) * HEADROOM.toMillis());
        return new SimulatedWardClock(wall, wall.minusMillis(back), speed);
    }

    /** Returns this clock with another speed from {@code wall} on. */
    SimulatedWardClock at(Instant wall, double otherSpeed) {
        return otherSpeed == speed ? this : new SimulatedWardClock(wall, now(wall), otherSpeed);
    }

    Instant now(Instant wallNow) {
        Duration passed = Duration.between(wall, wallNow);
        Instant shown = ward.plusMillis((long) ((double) passed.toMillis() * speed));
        return shown.isAfter(wallNow) ? wallNow : shown;
    }
}
