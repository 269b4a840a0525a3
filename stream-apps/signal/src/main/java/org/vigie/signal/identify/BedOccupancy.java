package org.vigie.signal.identify;

import java.time.Instant;

/**
 * Describes the interval {@code [from, until)} in which one stay holds one bed.
 *
 * @param until first instant at which the stay no longer holds the bed; {@link #OPEN} while it does
 */
public record BedOccupancy(String stay, Instant from, Instant until) {
    /** End of an occupancy that has not ended. */
    public static final Instant OPEN = Instant.MAX;

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean isOverBy(Instant at) {
        return !until.isAfter(at);
    }
}
