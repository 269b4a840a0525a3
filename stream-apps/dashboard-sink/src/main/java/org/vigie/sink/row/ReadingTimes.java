package org.vigie.sink.row;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the times of one reading.
 *
 * @param measured by the device's clock
 * @param received by the gateway
 * @param published append time of the broker
 */
public record ReadingTimes(Instant measured, Instant received, Instant published) {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(3);
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Returns the time of the row: the time of measurement where it is plausible, else that of the receipt or of the broker. The store
     * divides its tables by time, so that an implausible time would get a partition of its own.
     */
    public Instant rowTime() {
        if (received.isBefore(FIRST.plus(BEHIND)) || received.isAfter(LAST)) {
            return published;
        }
        boolean plausible = !measured.isBefore(received.minus(BEHIND)) && !measured.isAfter(received.plus(AHEAD));
        return plausible ? measured : received;
    }
}
