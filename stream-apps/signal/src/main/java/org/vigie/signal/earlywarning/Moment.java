package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.Newness;

/**
 * When a value was measured.
 *
 * @param at by the ward's clock, see {@code org.vigie.signal.newest}
 * @param received on the ward's clock
 * @param shift what was added to the device's stamp; negative for a clock that runs ahead
 */
public record Moment(Instant at, Instant received, Duration shift) {
    /** Of a device whose clock is not known to be wrong. */
    public static Moment plain(Instant onDevice, Instant received) {
        return of(onDevice, Newness.believed(onDevice, received), received);
    }

    /** @param asOf by the ward's clock what the device calls {@code onDevice} */
    public static Moment of(Instant onDevice, Instant asOf, Instant received) {
        return new Moment(asOf, received, Duration.between(onDevice, asOf));
    }

    /** Whether a later word of the same variable replaces this one. */
    boolean givesWayTo(Moment other) {
        return Newness.replaces(other.at, Newness.believed(at, received));
    }

    /** By the device's own clock. */
    public Instant onDevice() {
        return at.minus(shift);
    }
}
