package org.vigie.vitals;

import java.util.List;
import org.vigie.signal.identify.StayAssignment;

/**
 * A raw record with its verdicts.
 *
 * @param verdicts one per reading, in their order
 */
record JudgedObservation(RawObservation raw, StayAssignment identity, List<StoredVerdict> verdicts) {
    JudgedObservation {
        verdicts = List.copyOf(verdicts);
    }
}
