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

    /** Returns the occupancy of a stay that holds its bed at every time. */
    public static BedOccupancy always(String stay) {
        return new BedOccupancy(stay, Instant.MIN, OPEN);
    }

    /** Returns true when the stay holds the bed at {@code at}. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Returns the stay, which is provisional when its name says so. */
    public StayAssignment assignment() {
        return new StayAssignment(stay, StayAssignment.isProvisional(stay));
    }

    boolean isOverBy(Instant at) {
        return !until.isAfter(at);
    }
}
