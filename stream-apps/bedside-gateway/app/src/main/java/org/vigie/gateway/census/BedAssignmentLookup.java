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
                .or(() -> census.open(patient).filter(claim -> !isOfAnother(patient, claim.getBed(), at)))
                .map(Stay::getBed);
    }

    /**
     * Returns the bed of a value that names its patient and a bed. It is the bed of the patient's own claim at that time, when the patient had
     * not come to the named bed yet or another patient lay there. Empty when another patient lay there and no claim covers the time.
     */
    public Optional<String> bedOf(String patient, String named, Instant at) {
        boolean isOfAnother = isOfAnother(patient, named, at);
        boolean isBeforeArrival = census.open(patient)
                .filter(claim -> claim.getBed().equals(named) && at.isBefore(claim.getFrom()))
                .isPresent();
        Optional<String> own =
                isOfAnother || isBeforeArrival ? covering(patient, at).map(Stay::getBed) : Optional.empty();
        return own.isPresent() || isOfAnother ? own : Optional.of(named);
    }

    private Optional<Stay> covering(String patient, Instant at) {
        return census.ofPatient(patient).stream()
                .filter(claim -> StayClaim.covers(claim, at))
                .max(Comparator.comparing(Stay::getFrom));
    }

    private boolean isOfAnother(String patient, String bed, Instant at) {
        return census.claims(bed).stream()
                .anyMatch(other ->
                        StayClaim.covers(other, at) && !other.getPatient().equals(patient));
    }

    /** Returns the claims of a stay in the order of time. */
    public List<Stay> ofStay(String stay) {
        return census.all(claim -> claim.getStay().equals(stay)).stream()
                .sorted(Comparator.comparing(Stay::getFrom))
                .toList();
    }
}
