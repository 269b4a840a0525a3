package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * When a value was measured.
 *
 * @param at by the ward's clock, see {@code org.vigie.signal.newest}
 * @param received on the ward's clock
 * @param shift what was added to the device's stamp; negative for a clock that runs ahead
 */
public record MeasurementTime(Instant at, Instant received, Duration shift) {
    /** Of a device whose clock is not known to be wrong. */
    public static MeasurementTime ofTrustedClock(Instant onDevice, Instant received) {
        return of(onDevice, NewestReadingRule.notAfterReceived(onDevice, received), received);
    }

    /** @param asOf by the ward's clock what the device calls {@code onDevice} */
    public static MeasurementTime of(Instant onDevice, Instant asOf, Instant received) {
        return new MeasurementTime(asOf, received, Duration.between(onDevice, asOf));
    }

    /** Whether a later word of the same variable replaces this one. */
    boolean givesWayTo(MeasurementTime other) {
        return NewestReadingRule.replaces(other.at, NewestReadingRule.notAfterReceived(at, received));
    }

    /** By the device's own clock. */
    public Instant onDevice() {
        return at.minus(shift);
    }
}
