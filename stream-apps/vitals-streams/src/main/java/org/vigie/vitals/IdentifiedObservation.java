package org.vigie.vitals;

import java.util.List;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.identify.StayResolver;
import org.vigie.signal.identify.StayTimeline;

/**
 * Holds a raw record with its stay, or {@link #UNKNOWN_BED} when the bed does not exist.
 *
 * @param occupancy time over which the stay holds the bed
 * @param bed occupancies of the bed as they are known now; empty when the bed does not exist
 */
record IdentifiedObservation(RawObservation raw, BedOccupancy occupancy, List<BedOccupancy> bed) {
    static final StayAssignment UNKNOWN_BED = new StayAssignment("", false);

    StayAssignment identity() {
        return occupancy.assignment();
    }

    /** Returns when the values of the bed's devices are those of the stay. */
    StayTimeline timeline() {
        return StayTimeline.of(occupancy, bed);
    }

    /** Returns the record with the stay that it had when it was processed before, at the time over which that stay holds the bed. */
    IdentifiedObservation of(String stay) {
        if (occupancy.stay().equals(stay)) {
            return this;
        }
        BedOccupancy then = StayResolver.occupancyOf(stay, raw.observation().getBed(), bed)
                .orElseGet(() -> new BedOccupancy(stay, occupancy.from(), occupancy.until()));
        return new IdentifiedObservation(raw, then, bed);
    }
}
