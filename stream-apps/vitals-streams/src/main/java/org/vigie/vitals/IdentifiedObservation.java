package org.vigie.vitals;

import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayAssignment;

/**
 * Holds a raw record with its stay, or {@link #UNKNOWN_BED} when the bed does not exist.
 *
 * @param occupancy time over which the stay holds the bed
 */
record IdentifiedObservation(RawObservation raw, BedOccupancy occupancy) {
    static final StayAssignment UNKNOWN_BED = new StayAssignment("", false);

    StayAssignment identity() {
        return occupancy.assignment();
    }

    /** Returns the record with the stay that it had when it was processed before. */
    IdentifiedObservation of(String stay) {
        return new IdentifiedObservation(raw, new BedOccupancy(stay, occupancy.from(), occupancy.until()));
    }
}
