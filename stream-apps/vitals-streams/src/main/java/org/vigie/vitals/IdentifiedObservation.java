package org.vigie.vitals;

import org.vigie.signal.identify.StayAssignment;

/** A raw record and the stay it belongs to; {@link #UNKNOWN_BED} when there is no such bed. */
record IdentifiedObservation(RawObservation raw, StayAssignment identity) {
    static final StayAssignment UNKNOWN_BED = new StayAssignment("", false);
}
