package org.vigie.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The ward's clock: at {@code wall} it shows {@code ward}, runs {@code speed} times as fast as the wall clock and never ahead of it.
 */
record SimulatedWardClock(Instant wall, Instant ward, double speed) {
    /** How long, on the wall clock, a fast ward can run before it has caught up. */
    static final Duration HEADROOM = Duration.ofHours(1);

    /** A clock that starts now: as far back as a fast ward needs. */
    static SimulatedWardClock startingAt(Instant wall, double speed) {
        long back = Math.round((speed - 1) * HEADROOM.toMillis());
        return new SimulatedWardClock(wall, wall.minusMillis(back), speed);
    }

    /** The same clock, from {@code wall} on at another speed. */
    SimulatedWardClock at(Instant wall, double otherSpeed) {
        return otherSpeed == speed ? this : new SimulatedWardClock(wall, now(wall), otherSpeed);
    }

    Instant now(Instant wallNow) {
        Duration passed = Duration.between(wall, wallNow);
        Instant shown = ward.plusMillis((long) ((double) passed.toMillis() * speed));
        return shown.isAfter(wallNow) ? wallNow : shown;
    }
}
