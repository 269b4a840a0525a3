package org.vigie.station.ward;

import java.time.Instant;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.StayAssignment;

/**
 * Shows who lies in a bed, by pseudonyms only: it never holds a name.
 *
 * @param stay pseudonym of the stay
 * @param patient pseudonym of the patient; absent under a provisional stay and for a reader who may not know it
 * @param provisional true when no admission is known
 * @param admittedAt epoch ms; absent under a provisional stay
 * @param attributedSince epoch ms of the first reading that was taken over from a provisional stay; absent when none was
 * @param age years, where known
 * @param sex {@code FEMALE}, {@code MALE} or {@code UNKNOWN}
 * @param conflictSince epoch ms since which several patients are admitted to the bed, so that its readings belong to none of them; absent otherwise
 * @param ageDoubt why the unit's limits and scores may not be meant for the patient; absent when they are
 */
public record OccupantSnapshot(
        String stay,
        String patient,
        boolean provisional,
        Long admittedAt,
        Long attributedSince,
        Double age,
        String sex,
        Long conflictSince,
        AgeDoubt ageDoubt) {
    /** @param attributedSince or null */
    static OccupantSnapshot of(Stay stay, Instant attributedSince) {
        return new OccupantSnapshot(
                stay.getStay(),
                stay.getPatient(),
                false,
                stay.getAdmittedAt().toEpochMilli(),
                attributedSince == null ? null : attributedSince.toEpochMilli(),
                stay.getAge(),
                stay.getSex().name(),
                StayAssignment.isConflict(stay.getStay()) ? stay.getFrom().toEpochMilli() : null,
                null);
    }

    /** Returns the occupant for a reader who may not know the patient. */
    OccupantSnapshot masked() {
        return new OccupantSnapshot(
                stay, null, provisional, admittedAt, attributedSince, age, sex, conflictSince, ageDoubt);
    }

    /**
     * Returns the occupant with the doubt whether the rules of the unit are meant for the patient.
     *
     * @param adultFrom years from which they hold
     */
    OccupantSnapshot judgedFrom(int adultFrom) {
        return new OccupantSnapshot(
                stay,
                patient,
                provisional,
                admittedAt,
                attributedSince,
                age,
                sex,
                conflictSince,
                AgeDoubt.of(age, adultFrom).orElse(null));
    }

    static OccupantSnapshot provisional(CleanObservation observation) {
        return new OccupantSnapshot(observation.getStay(), null, true, null, null, null, "UNKNOWN", null, null);
    }
}
