package org.vigie.station.note;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows what persons recorded about a stay.
 *
 * @param limitation absent while no limitation of treatment is recorded
 * @param nurse absent while no nurse is assigned to the patient in this bed
 * @param estimates newest of each person; a reader gets the own one alone, because an estimate of a colleague anchors as a score does
 */
public record StayNotesSnapshot(
        TreatmentLimitationSnapshot limitation, AssignedNurseSnapshot nurse, List<OwnEstimateSnapshot> estimates) {
    /** Returns the notes of a stay about which nothing is recorded. */
    public static StayNotesSnapshot none() {
        return new StayNotesSnapshot(null, null, List.of());
    }

    /** Returns the notes as one reader may see them. */
    public StayNotesSnapshot seenBy(String reader) {
        List<OwnEstimateSnapshot> own =
                estimates.stream().filter(estimate -> estimate.isOf(reader)).toList();
        return new StayNotesSnapshot(limitation, nurse, own);
    }

    /** Returns whether an estimate of a person is among them. */
    public boolean hasEstimateOf(String reader) {
        return estimates.stream().anyMatch(estimate -> estimate.isOf(reader));
    }

    /** Returns the names of the physicians whose own estimate stands. */
    public Set<String> estimators(Instant now) {
        return estimates.stream()
                .filter(estimate -> estimate.stands(now))
                .map(OwnEstimateSnapshot::by)
                .collect(Collectors.toUnmodifiableSet());
    }
}
