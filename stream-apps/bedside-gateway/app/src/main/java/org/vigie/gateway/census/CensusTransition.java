package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.Stay;

/**
 * Applies one movement to the census.
 *
 * <p>A patient is on one bed at a time. An admission or a transfer ends the open claim of the same patient on another bed. It never ends
 * claims of other patients: two open claims on one bed are a conflict, see {@link StayConflictResolver}. A discharge or a cancellation
 * concerns the visit that it names. An emergency visit that ends later does not end the stay that followed it. A movement that is older
 * than the patient's present claim moves nobody, see {@link PastMovement}.
 */
record CensusTransition(BedCensus census, CensusChange change) {
    BedCensus after() {
        return switch (change.action()) {
            case REGISTER -> change.bed().isEmpty() || liesElsewhere() ? census : placed();
            case ADMIT, TRANSFER -> change.bed().isEmpty() ? census : placed();
            case DISCHARGE -> discharged();
            case UPDATE -> updated();
            case CANCEL_ADMIT -> admissionCancelled();
            case CANCEL_TRANSFER -> new TransferCancellation(census, change).after();
            case CANCEL_PAST_TRANSFER -> new TransferCancellation(census, change).afterPast();
            case CANCEL_DISCHARGE -> dischargeCancelled();
            case MERGE -> merged();
            case NONE -> census;
        };
    }

    private boolean liesElsewhere() {
        return census.open(change)
                .filter(claim -> !claim.getBed().equals(change.bed()))
                .isPresent();
    }

    private BedCensus placed() {
        Optional<Stay> open = census.open(change);
        if (open.isPresent() && open.get().getBed().equals(change.bed())) {
            return isReturn(open.get()) ? returned(open.get()) : onOneBed(updated(), open.get());
        }
        if (isKnownAdmission()) {
            return census;
        }
        if (change.action() == MovementAction.TRANSFER && open.isPresent() && isOver(open.get())) {
            return census;
        }
        PastMovement past = new PastMovement(census, change);
        return past.end().map(past::placedUntil).orElseGet(() -> placedAt(new BedArrival(census, change).at()));
    }

    /** Ends claims of the visit on other beds. A gateway that was killed may have stored the new claim of a transfer, and not the end of the old one. */
    private static BedCensus onOneBed(BedCensus updated, Stay open) {
        return updated.replacedAll(
                claim -> StayClaim.isOpen(claim)
                        && claim.getPatient().equals(open.getPatient())
                        && claim.getVisit().equals(open.getVisit())
                        && !claim.getBed().equals(open.getBed()),
                claim -> StayClaim.endedAt(claim, open.getFrom()));
    }

    /** Returns true for a transfer back to the present bed from a bed whose own transfer has not arrived yet. */
    private boolean isReturn(Stay open) {
        return change.action() == MovementAction.TRANSFER
                && !change.priorBed().isEmpty()
                && !change.priorBed().equals(change.bed())
                && change.at().isAfter(open.getFrom())
                && !change.at().isAfter(change.now());
    }

    /** Divides the present claim at the return, so that the transfer between belongs to the time before. */
    private BedCensus returned(Stay open) {
        Stay again = Stay.newBuilder(open).setFrom(change.at()).build();
        return census.replaced(open, StayClaim.endedAt(open, change.at())).plus(again);
    }

    /** Returns true for an admission that was applied before, when the patient may have moved since. */
    private boolean isKnownAdmission() {
        return change.action() == MovementAction.ADMIT
                && census.claims(change.bed()).stream()
                        .anyMatch(claim -> claim.getPatient().equals(change.patient())
                                && !claim.getFrom().isBefore(change.at())
                                && !claim.getFrom().isAfter(change.arrivedBy())
                                && !StayClaim.isOfAnotherVisit(claim, change));
    }

    /** Returns true when a transfer belongs to a visit that another visit has ended. Such a transfer moves no patient. */
    private boolean isOver(Stay open) {
        return StayClaim.isOfAnotherVisit(open, change)
                && !open.getBed().equals(change.priorBed())
                && PatientMerge.isOver(census, change);
    }

    /** Begins a claim. The open claims of the patient on other beds end, and those that would end in the future. */
    private BedCensus placedAt(Instant arrival) {
        return census.replacedAll(
                        claim -> StayClaim.goesOn(claim, change)
                                && claim.getPatient().equals(change.patient()),
                        claim -> StayClaim.endedAt(claim, arrival))
                .plus(StayClaim.begun(change, arrival));
    }

    private BedCensus discharged() {
        return isKnownDischarge()
                ? census
                : census.replacedAll(
                        claim -> StayClaim.goesOn(claim, change) && StayClaim.isMeant(claim, change),
                        claim -> StayClaim.endedAt(claim, change.at()));
    }

    /** Returns true for a discharge that was applied before, when the patient has come back since. */
    private boolean isKnownDischarge() {
        boolean isBack = census.open(change)
                .filter(open -> open.getFrom().isAfter(change.at()) && !StayClaim.isAhead(open, change))
                .isPresent();
        return isBack
                && census.ofPatient(change.patient()).stream()
                        .anyMatch(claim -> change.at().equals(claim.getUntil()) && StayClaim.isMeant(claim, change));
    }

    private BedCensus updated() {
        return census.replacedAll(
                claim -> StayClaim.isOpen(claim) && claim.getPatient().equals(change.patient()),
                claim -> StayClaim.updated(underItsVisit(claim), change));
    }

    /**
     * Gives a claim the visit number of a movement that names the bed of the claim, when that number is new for the patient. Some systems
     * send the number late, or change it.
     */
    private Stay underItsVisit(Stay claim) {
        boolean isNew =
                census.ofPatient(change.patient()).stream().noneMatch(known -> StayClaim.isOfVisit(known, change));
        return change.hasVisit() && isNew && claim.getBed().equals(change.bed())
                ? StayClaim.under(claim, change.visit())
                : claim;
    }

    private BedCensus admissionCancelled() {
        return census.ofPatient(change.patient()).stream()
                .filter(claim -> StayClaim.isOpen(claim) && StayClaim.isMeant(claim, change))
                .max(Comparator.comparing(Stay::getFrom).thenComparing(claim -> StayClaim.isOfVisit(claim, change)))
                .map(this::withoutTwins)
                .orElse(census);
    }

    /** Returns the census without a claim. Without a visit the movement means those with which it is one stay, too. */
    private BedCensus withoutTwins(Stay cancelled) {
        List<Stay> left = census.claims(cancelled.getBed()).stream()
                .filter(claim -> change.hasVisit()
                        ? !claim.equals(cancelled)
                        : !(PatientMerge.isTwin(claim, cancelled) && StayClaim.isMeant(claim, change)))
                .toList();
        return census.with(cancelled.getBed(), left);
    }

    private BedCensus dischargeCancelled() {
        Optional<Stay> open = census.open(change);
        return census.endedLast(claim -> StayClaim.isMeant(claim, change))
                .filter(claim -> open.filter(present -> !PatientMerge.isBeside(present, claim))
                        .isEmpty())
                .map(claim -> census.replaced(claim, StayClaim.reopened(claim)))
                .orElse(census);
    }

    private BedCensus merged() {
        return new PatientMerge(census, change).after();
    }
}
