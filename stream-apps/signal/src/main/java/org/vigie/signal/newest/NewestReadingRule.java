package org.vigie.signal.newest;

import java.time.Instant;

/**
 * Decides which of two readings of one variable is the newest. The time that counts is when each was measured by the ward's clock, never
 * the device's stamp; of two readings of one instant the one that came later counts.
 */
public final class NewestReadingRule {
    private NewestReadingRule() {}

    /**
     * @param asOf of the reading that comes now, by {@link DeviceClock}
     * @param held the same of the one that was the newest until now
     */
    public static boolean replaces(Instant asOf, Instant held) {
        return !asOf.isBefore(held);
    }

    /** The instant of a reading whose device's clock is not known to be wrong: its own stamp, but never after it was received. */
    public static Instant notAfterReceived(Instant measuredAt, Instant received) {
        return measuredAt.isAfter(received) ? received : measuredAt;
    }
}
