package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.Stay;

/** Applies the cancellation of a transfer: the patient was on the bed before all the time. */
record TransferCancellation(BedCensus census, CensusChange change) {
    /** Returns the census without the open claim when it is the one that the cancelled transfer began. */
    BedCensus after() {
        Optional<Stay> open = open();
        boolean isPast = open.filter(
                        claim -> change.at().isBefore(claim.getFrom()) && !StayClaim.isAhead(claim, change))
                .isPresent();
        return isPast ? withoutPast() : open.map(this::without).orElse(census);
    }

    /**
     * Returns the census without the claim that a transfer of the past began. Some senders say so of the last transfer too: it began the open
     * claim.
     */
    BedCensus afterPast() {
        return open().filter(claim -> claim.getFrom().equals(change.at()))
                .map(this::without)
                .orElseGet(this::withoutPast);
    }

    private Optional<Stay> open() {
        return census.open(change).filter(claim -> !StayClaim.isOfAnotherVisit(claim, change));
    }

    private BedCensus without(Stay open) {
        return endedAt(open.getFrom())
                .filter(former -> isReturn(open, former))
                .max(Comparator.comparing(Stay::getFrom))
                .map(former -> census.without(open)
                        .replacedAll(claim -> PatientMerge.isTwin(claim, former), StayClaim::reopened))
                .orElse(census);
    }

    /**
     * Returns true when the transfer from the former claim to the cancelled one is meant. The message names the bed to which the patient
     * returns, or, of some senders, the cancelled bed with the one before or with the time of the transfer. A cancellation that is delivered
     * again names none of them.
     */
    private boolean isReturn(Stay cancelled, Stay former) {
        String bed = change.bed();
        boolean isSwapped = bed.equals(cancelled.getBed())
                && (change.priorBed().equals(former.getBed())
                        || (change.priorBed().isEmpty() && change.at().equals(cancelled.getFrom())));
        return bed.isEmpty() || bed.equals(former.getBed()) || isSwapped;
    }

    /** Returns the census without the ended claim that the cancelled transfer began. The claim before goes on until its end. */
    private BedCensus withoutPast() {
        return census.ofPatient(change.patient()).stream()
                .filter(this::isBegunByTheTransfer)
                .findFirst()
                .flatMap(claim -> before(claim)
                        .map(former ->
                                census.without(claim).replaced(former, StayClaim.endedAt(former, claim.getUntil()))))
                .orElse(census);
    }

    /** Returns the claim before: the one that the message names, else the one that began last. */
    private Optional<Stay> before(Stay claim) {
        return endedAt(change.at())
                .max(Comparator.<Stay, Boolean>comparing(former -> isReturn(claim, former))
                        .thenComparing(Stay::getFrom));
    }

    private boolean isBegunByTheTransfer(Stay claim) {
        return claim.getFrom().equals(change.at())
                && !StayClaim.isOpen(claim)
                && claim.getUntil().isAfter(change.at())
                && !StayClaim.isOfAnotherVisit(claim, change);
    }

    private Stream<Stay> endedAt(Instant end) {
        return census.ofPatient(change.patient()).stream().filter(claim -> end.equals(claim.getUntil()));
    }
}
