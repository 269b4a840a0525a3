package org.vigie.station.note;

import java.time.Instant;
import java.util.List;

/**
 * Shows what persons recorded about a stay.
 *
 * @param limitation absent while no limitation of treatment is recorded
 * @param nurse absent while no nurse is assigned to the patient in this bed
 * @param estimates newest of each person
 */
public record StayNotesSnapshot(
        TreatmentLimitationSnapshot limitation, AssignedNurseSnapshot nurse, List<OwnEstimateSnapshot> estimates) {
    /** Returns the notes of a stay about which nothing is recorded. */
    public static StayNotesSnapshot none() {
        return new StayNotesSnapshot(null, null, List.of());
    }

    /** Returns true while an own estimate of any physician stands. */
    public boolean holdsEstimate(Instant now) {
        return estimates.stream().anyMatch(estimate -> estimate.stands(now));
    }
}
