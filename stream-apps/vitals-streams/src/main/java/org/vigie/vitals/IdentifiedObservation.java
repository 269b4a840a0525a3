package org.vigie.vitals;

import org.vigie.signal.identify.StayAssignment;

/** Holds a raw record with its stay, or {@link #UNKNOWN_BED} when the bed does not exist. */
record IdentifiedObservation(RawObservation raw, StayAssignment identity) {
    static final StayAssignment UNKNOWN_BED = new StayAssignment("", false);
}
