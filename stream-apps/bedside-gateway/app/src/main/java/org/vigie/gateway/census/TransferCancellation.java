package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.schemas.Stay;

/** Applies the cancellation of a transfer: the patient was on the bed before all the time. */
record TransferCancellation(BedCensus census, CensusChange change) {
    /** Returns the census without the open claim when it is the one that the cancelled transfer began. */
    BedCensus after() {
        Optional<Stay> open = census.open(change.patient()).filter(claim -> !StayClaim.isOfAnotherVisit(claim, change));
        if (open.isEmpty()) {
            return census;
        }
        boolean isPast = change.at().isBefore(open.get().getFrom());
        return isPast
                ? afterPast()
                : endedAt(open.get().getFrom())
                        .filter(former -> isReturn(open.get(), former))
                        .map(former -> census.without(open.get()).replaced(former, StayClaim.reopened(former)))
                        .orElse(census);
    }

    /**
     * Returns true when the transfer from the former claim to the open one is meant. The message names the bed to which the patient returns,
     * or, of some senders, the cancelled bed with the one before. A cancellation that is delivered again names neither.
     */
    private boolean isReturn(Stay open, Stay former) {
        String bed = change.bed();
        boolean isSwapped = bed.equals(open.getBed()) && change.priorBed().equals(former.getBed());
        return bed.isEmpty() || bed.equals(former.getBed()) || isSwapped;
    }

    /** Returns the census without the ended claim that the cancelled transfer began. The claim before goes on until its end. */
    BedCensus afterPast() {
        return census.ofPatient(change.patient()).stream()
                .filter(this::isBegunByTheTransfer)
                .findFirst()
                .flatMap(claim -> endedAt(change.at())
                        .map(former ->
                                census.without(claim).replaced(former, StayClaim.endedAt(former, claim.getUntil()))))
                .orElse(census);
    }

    private boolean isBegunByTheTransfer(Stay claim) {
        return claim.getFrom().equals(change.at())
                && !StayClaim.isOpen(claim)
                && claim.getUntil().isAfter(change.at())
                && !StayClaim.isOfAnotherVisit(claim, change);
    }

    private Optional<Stay> endedAt(Instant end) {
        return census.ofPatient(change.patient()).stream()
                .filter(claim -> end.equals(claim.getUntil()))
                .max(Comparator.comparing(Stay::getFrom));
    }
}
