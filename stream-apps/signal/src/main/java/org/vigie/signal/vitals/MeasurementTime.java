package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * Holds the time of a measurement by the ward's clock, with the time of its arrival.
 *
 * @param at when it was measured, by the ward's clock; see {@code org.vigie.signal.newest}
 * @param received when it was received, by the ward's clock
 * @param shift offset that was added to the device's stamp; negative for a clock that runs ahead
 */
public record MeasurementTime(Instant at, Instant received, Duration shift) {
    /** Returns the time for a device whose clock is not known to be wrong. */
    public static MeasurementTime ofTrustedClock(Instant onDevice, Instant received) {
        return of(onDevice, NewestReadingRule.notAfterReceived(onDevice, received), received);
    }

    /** @param asOf time by the ward's clock that corresponds to {@code onDevice} on the device's clock */
    public static MeasurementTime of(Instant onDevice, Instant asOf, Instant received) {
        return new MeasurementTime(asOf, received, Duration.between(onDevice, asOf));
    }

    /** Returns true when a later value of the same variable replaces this one. */
    boolean givesWayTo(MeasurementTime other) {
        return NewestReadingRule.replaces(other.at, NewestReadingRule.notAfterReceived(at, received));
    }

    /** Returns the time by the device's own clock. */
    public Instant onDevice() {
        return at.minus(shift);
    }
}
