package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.Stay;

/**
 * Finds when the patient of a movement came to the bed.
 *
 * <p>An admission may bear the time of the arrival in the hospital (PV1-44). It is the time of the arrival on the bed, unless the patient lay
 * on another bed of the visit then, or another patient lay on this one. Then the patient came when the other one had left, at the latest when the
 * admission was recorded.
 */
record BedArrival(BedCensus census, CensusChange change) {
    /** Returns the time of arrival on the bed. */
    Instant at() {
        Instant free = Stream.concat(Stream.of(afterOpen()), lastOfOthers().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return liesElsewhere() && change.arrivedBy().isAfter(free) ? change.arrivedBy() : free;
    }

    /** Returns the time of arrival on a bed that the patient had left at an end. The patient lay on no other bed of the visit then. */
    Instant before(Instant end) {
        Instant latest = change.arrivedBy().isAfter(end) ? end : change.arrivedBy();
        return new BedArrival(census, change.arrivedBy(latest)).lastOfOthers().orElse(change.at());
    }

    /** Returns the time of the movement, but not one before the begin of the open claim. */
    private Instant afterOpen() {
        return open().map(Stay::getFrom)
                .filter(from -> from.isAfter(change.at()))
                .orElse(change.at());
    }

    private boolean liesElsewhere() {
        return open().filter(claim -> !StayClaim.isOfAnotherVisit(claim, change))
                .isPresent();
    }

    private Optional<Stay> open() {
        return census.open(change).filter(claim -> !StayClaim.isAhead(claim, change));
    }

    /** Returns when the last other patient who lay on the bed had left it, or the time of recording while he or she lies there. */
    private Optional<Instant> lastOfOthers() {
        return census.claims(change.bed()).stream()
                .filter(claim -> !claim.getPatient().equals(change.patient()))
                .filter(claim -> claim.getFrom().isBefore(change.arrivedBy()))
                .filter(claim -> StayClaim.isOpen(claim) || claim.getUntil().isAfter(change.at()))
                .map(claim -> StayClaim.isOpen(claim) || claim.getUntil().isAfter(change.arrivedBy())
                        ? change.arrivedBy()
                        : claim.getUntil())
                .max(Comparator.naturalOrder());
    }
}
