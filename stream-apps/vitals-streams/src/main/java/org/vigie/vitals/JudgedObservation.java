package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.identify.StayAssignment;

/**
 * A raw record with its verdicts.
 *
 * @param reasons one per reading, in their order
 * @param withdrawn for each reading what it takes back of what was kept
 * @param asOf for each reading when it was measured by the ward's clock; none at all where the device's stamps are believed
 * @param followed for each reading whether tile, alarms, scores and windows use it; none at all where all are rejected
 */
record JudgedObservation(
        RawObservation raw,
        StayAssignment identity,
        List<CleaningReason> reasons,
        List<List<Double>> withdrawn,
        List<Instant> asOf,
        List<Boolean> followed) {
    JudgedObservation {
        reasons = List.copyOf(reasons);
        withdrawn = List.copyOf(withdrawn);
        asOf = List.copyOf(asOf);
        followed = List.copyOf(followed);
    }
}
