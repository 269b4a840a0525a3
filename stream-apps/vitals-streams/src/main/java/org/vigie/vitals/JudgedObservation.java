package org.vigie.vitals;

import java.util.List;
import org.vigie.signal.identify.StayAssignment;

/**
 * Holds a raw record with the verdicts on its readings.
 *
 * @param verdicts verdict on each reading, in their order
 * @param earlier pressures that the device reported earlier, when the record withdraws a pressure
 * @param urine what the device charted before the urine of the record
 */
record JudgedObservation(
        RawObservation raw,
        StayAssignment identity,
        List<StoredVerdict> verdicts,
        EarlierPressures earlier,
        EarlierUrine urine) {
    JudgedObservation {
        verdicts = List.copyOf(verdicts);
    }
}
