package org.vigie.gateway.census;

import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.Stay;

/**
 * Gives the claims of a former number to the patient who remains.
 *
 * <p>Two open claims of the patient on one bed are one stay from then on, that of the claim which began last. Each of the two visits keeps a claim of
 * its own: when one visit is ended or its admission is cancelled, the patient lies on the bed under the other one.
 */
record PatientMerge(BedCensus census, CensusChange change) {
    BedCensus after() {
        BedCensus renamed = census.replacedAll(
                claim -> claim.getPatient().equals(change.priorPatient()),
                claim -> Stay.newBuilder(claim).setPatient(change.patient()).build());
        return renamed.open(change.patient()).map(last -> joined(renamed, last)).orElse(renamed);
    }

    /** Continues the earlier open claims on the bed of the last one under its stay. */
    private static BedCensus joined(BedCensus renamed, Stay last) {
        List<Stay> claims = new ArrayList<>();
        for (Stay claim : renamed.claims(last.getBed())) {
            boolean isJoined = isOpenBeside(last, claim);
            if (!isJoined || claim.getFrom().isBefore(last.getFrom())) {
                claims.add(isJoined ? StayClaim.endedAt(claim, last.getFrom()) : claim);
            }
            if (isJoined && !claim.getVisit().equals(last.getVisit())) {
                claims.add(StayClaim.under(last, claim.getVisit()));
            }
        }
        return renamed.with(last.getBed(), claims);
    }

    private static boolean isOpenBeside(Stay last, Stay claim) {
        return StayClaim.isOpen(claim) && claim.getPatient().equals(last.getPatient()) && !claim.equals(last);
    }

    /** Returns true for the claim itself and for the one of the other visit with which it is one stay. */
    static boolean isTwin(Stay claim, Stay of) {
        return StayClaim.under(claim, of.getVisit()).equals(of);
    }

    /** Returns true when two claims of different visits of one patient were one stay on one bed. */
    static boolean isBeside(Stay open, Stay ended) {
        return open.getBed().equals(ended.getBed())
                && open.getStay().equals(ended.getStay())
                && !open.getVisit().equals(ended.getVisit())
                && open.getFrom().isBefore(ended.getUntil());
    }

    /** Returns true when the visit of a movement was the patient's and has no open claim any more. */
    static boolean isOver(BedCensus census, CensusChange change) {
        List<Stay> visit = census.ofPatient(change.patient()).stream()
                .filter(claim -> StayClaim.isOfVisit(claim, change))
                .toList();
        return !visit.isEmpty() && visit.stream().noneMatch(StayClaim::isOpen);
    }
}
