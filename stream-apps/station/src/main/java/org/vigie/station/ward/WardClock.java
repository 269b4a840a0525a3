package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The ward's own time: the newest received time plus what has passed since it arrived. It goes on when the stream stops, so that
 * every number grows old.
 *
 * <p>"Arrived" is when the broker took the record, not when the station read it: after a restart nothing old looks fresh.
 */
final class WardClock {
    private final double speed;
    private Instant received;
    private Instant arrived;

    /** @param speed seconds of the ward per second of the wall: 1, or more when a recording is played faster */
    WardClock(double speed) {
        this.speed = speed;
    }

    void heard(Instant receivedTime, Instant publishedAt) {
        if (received == null || receivedTime.isAfter(received)) {
            received = receivedTime;
            arrived = publishedAt;
        }
    }

    /** Empty before the first record. */
    Optional<Instant> now(Instant wall) {
        return Optional.ofNullable(received).map(from -> from.plusMillis(passed(wall)));
    }

    Optional<Instant> lastArrival() {
        return Optional.ofNullable(arrived);
    }

    double speed() {
        return speed;
    }

    private long passed(Instant wall) {
        return Math.max(0, Math.round(Duration.between(arrived, wall).toMillis() * speed));
    }
}
