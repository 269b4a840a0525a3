package org.vigie.gateway.census;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.Stay;

/** Applies a movement that lies before the present claim of its patient, or before the discharge. It does not change who is where now. */
record PastMovement(BedCensus census, CensusChange change) {
    /** Returns when the patient left the bed of the movement. Empty for a movement to the present bed. */
    Optional<Instant> end() {
        boolean isPast = census.open(change).map(this::isOlderThan).orElse(change.action() == MovementAction.TRANSFER);
        return isPast ? laterEdges().min(Comparator.naturalOrder()) : Optional.empty();
    }

    /**
     * Returns true when the movement lies before the open claim. Some systems send the arrival in the hospital as the time of an admission to
     * the ward: when the patient was on another bed then, under the same visit, the admission is a present one. A claim that lies in the
     * future has a wrong time, and the movement is a present one.
     */
    private boolean isOlderThan(Stay open) {
        boolean isExact = change.action() == MovementAction.TRANSFER
                || StayClaim.isOfAnotherVisit(open, change)
                || covered()
                        .filter(claim -> !claim.getBed().equals(change.bed()))
                        .isEmpty();
        return isExact && !StayClaim.isAhead(open, change) && open.getFrom().isAfter(change.at());
    }

    /** Returns the starts of later claims, and the end of the claim of the same visit that covers the movement. */
    private Stream<Instant> laterEdges() {
        Stream<Instant> starts =
                own(claim -> claim.getFrom().isAfter(change.at()) && !StayClaim.isAhead(claim, change)).stream()
                        .map(Stay::getFrom);
        Stream<Instant> ends = covered().stream()
                .filter(claim -> !StayClaim.isOpen(claim) && !StayClaim.isOfAnotherVisit(claim, change))
                .map(Stay::getUntil);
        return Stream.concat(starts, ends);
    }

    /** Returns the census with the patient on the bed of the movement until an end. The claim before is shortened. */
    BedCensus placedUntil(Instant end) {
        Optional<Stay> covered = covered();
        if (covered.filter(claim -> claim.getBed().equals(change.bed())).isPresent()) {
            return census;
        }
        Instant arrival = new BedArrival(census, change).before(end);
        return covered.filter(claim -> StayClaim.covers(claim, arrival))
                .map(claim -> census.replaced(claim, StayClaim.endedAt(claim, arrival)))
                .orElse(census)
                .plus(StayClaim.endedAt(begun(arrival), end));
    }

    /** Returns a claim under the stay of its time: that of the claim that covered it, else the nearest one of the same visit. */
    private Stay begun(Instant arrival) {
        Stay begun = StayClaim.begun(change, arrival);
        return covered()
                .filter(claim -> !StayClaim.isOfAnotherVisit(claim, change))
                .or(this::nearest)
                .map(claim -> StayClaim.ofStay(begun, claim))
                .orElse(begun);
    }

    private Optional<Stay> nearest() {
        return own(claim -> !StayClaim.isOfAnotherVisit(claim, change)).stream()
                .min(Comparator.comparing(
                        claim -> Duration.between(claim.getFrom(), change.at()).abs()));
    }

    /** Returns the patient's claim at the time of the movement. */
    private Optional<Stay> covered() {
        return own(claim -> StayClaim.covers(claim, change.at())).stream().max(StayClaim.byBegin(change));
    }

    private List<Stay> own(Predicate<Stay> which) {
        return census.ofPatient(change.patient()).stream().filter(which).toList();
    }
}
