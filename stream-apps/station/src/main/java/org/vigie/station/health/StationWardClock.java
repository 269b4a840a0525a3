package org.vigie.station.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Computes the ward's own time: the newest received time plus the time since that record arrived. It advances when the stream stops, so
 * that every number ages.
 *
 * <p>A record arrives when the broker takes it, not when the station reads it: after a restart no old value looks current.
 */
final class StationWardClock {
    private static final Duration MEASURED_OVER = Duration.ofSeconds(10);

    private final double fastest;
    private double speed;
    private ClockTick newest;
    private ClockTick measuredFrom;

    /** Holds a record's received time and the time at which the broker stored it. */
    private record ClockTick(Instant received, Instant arrived) {}

    /** @param fastest seconds of the ward per second of the wall: 1, or more when a recording may be played faster */
    StationWardClock(double fastest) {
        this.fastest = fastest;
        this.speed = fastest;
    }

    void advance(Instant receivedTime, Instant publishedAt) {
        if (newest == null || receivedTime.isAfter(newest.received())) {
            newest = new ClockTick(receivedTime, publishedAt);
            measureSpeed();
        }
    }

    /** Empty before the first record. */
    Optional<Instant> now(Instant wall) {
        return Optional.ofNullable(newest).map(from -> from.received().plusMillis(passed(from, wall)));
    }

    Optional<Instant> lastArrival() {
        return Optional.ofNullable(newest).map(ClockTick::arrived);
    }

    /** At present, between 1 and the fastest allowed: a fast recording that has caught up runs as fast as the wall. */
    double speed() {
        return speed;
    }

    private void measureSpeed() {
        if (measuredFrom == null) {
            measuredFrom = newest;
        }
        Duration wall = Duration.between(measuredFrom.arrived(), newest.arrived());
        if (wall.compareTo(MEASURED_OVER) >= 0) {
            Duration ward = Duration.between(measuredFrom.received(), newest.received());
            double measured = (double) ward.toMillis() / wall.toMillis();
            speed = Math.min(fastest, Math.max(Math.min(1, fastest), measured));
            measuredFrom = newest;
        }
    }

    private long passed(ClockTick from, Instant wall) {
        return Math.max(0, Math.round(Duration.between(from.arrived(), wall).toMillis() * speed));
    }
}
