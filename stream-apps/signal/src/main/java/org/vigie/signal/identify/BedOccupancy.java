package org.vigie.signal.identify;

import java.time.Instant;

/**
 * One stay's time on one bed: {@code [from, until)}.
 *
 * @param until first instant no longer on the bed; {@link #OPEN} while there
 */
public record BedOccupancy(String stay, Instant from, Instant until) {
    /** The end of an occupancy that has none yet. */
    public static final Instant OPEN = Instant.MAX;

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean isOverBy(Instant at) {
        return !until.isAfter(at);
    }
}
