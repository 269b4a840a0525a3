package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Stay;

/** Looks up which bed a patient or a stay had at a time. A value that arrives after a transfer belongs to the bed of its own time. */
public record BedAssignmentLookup(BedCensus census) {
    /**
     * Returns the bed on which a patient was at a time. When no claim covers the time, it is the bed of the open claim, unless the bed was
     * another patient's then.
     */
    public Optional<String> bedOf(String patient, Instant at) {
        return covering(patient, at)
                .or(() -> census.open(patient).filter(claim -> !isOfAnother(claim, at)))
                .map(Stay::getBed);
    }

    /**
     * Returns the bed of a time at which the patient had not come to the present bed yet. Empty when {@code bed} is not the patient's present
     * one, and when no claim covers the time.
     */
    public Optional<String> bedBefore(String patient, String bed, Instant at) {
        return census.open(patient)
                .filter(claim -> claim.getBed().equals(bed) && at.isBefore(claim.getFrom()))
                .flatMap(claim -> covering(patient, at))
                .map(Stay::getBed);
    }

    private Optional<Stay> covering(String patient, Instant at) {
        return census.ofPatient(patient).stream()
                .filter(claim -> StayClaim.covers(claim, at))
                .max(Comparator.comparing(Stay::getFrom));
    }

    private boolean isOfAnother(Stay claim, Instant at) {
        return census.claims(claim.getBed()).stream()
                .anyMatch(other ->
                        StayClaim.covers(other, at) && !other.getPatient().equals(claim.getPatient()));
    }

    /** Returns the claims of a stay in the order of time. */
    public List<Stay> ofStay(String stay) {
        return census.all(claim -> claim.getStay().equals(stay)).stream()
                .sorted(Comparator.comparing(Stay::getFrom))
                .toList();
    }
}
