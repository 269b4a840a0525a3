package org.vigie.signal.newest;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides which of two readings of one variable is the newest.
 *
 * <p>The time of measurement by the ward's clock counts, never the device's stamp. Of two readings of one instant the one received later
 * counts.
 */
public final class NewestReadingRule {
    /** Age of a reading from which it no longer describes the present. */
    public static final Duration OF_LATE = Duration.ofMinutes(1);

    private NewestReadingRule() {}

    /**
     * Returns true when a new reading replaces the newest one.
     *
     * @param asOf time of the new reading, by {@link DeviceClock}
     * @param held time of the reading that was the newest until now
     */
    public static boolean replaces(Instant asOf, Instant held) {
        return !asOf.isBefore(held);
    }

    /** Returns the time of a reading when the device's clock is not known to be wrong: its own stamp, but not after it was received. */
    public static Instant notAfterReceived(Instant measuredAt, Instant received) {
        return measuredAt.isAfter(received) ? received : measuredAt;
    }
}
