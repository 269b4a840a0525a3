package org.vigie.gateway.census;

import java.time.Instant;
import org.vigie.schemas.Sex;
import org.vigie.schemas.Stay;

/** What the admission system says of one patient's time on one bed: a {@link Stay} that may contradict another. */
final class StayClaim {
    private StayClaim() {}

    static boolean isOpen(Stay claim) {
        return claim.getUntil() == null;
    }

    static boolean covers(Stay claim, Instant at) {
        return !at.isBefore(claim.getFrom()) && (isOpen(claim) || at.isBefore(claim.getUntil()));
    }

    static Stay endedAt(Stay claim, Instant until) {
        Instant end = until.isBefore(claim.getFrom()) ? claim.getFrom() : until;
        return Stay.newBuilder(claim).setUntil(end).build();
    }

    static Stay reopened(Stay claim) {
        return Stay.newBuilder(claim).setUntil(null).build();
    }

    /**
     * Whether a movement is about this claim: of the same visit where both say theirs; else on the bed that the movement names. Where it
     * names neither visit nor bed, a claim without a visit is the patient's only one.
     */
    static boolean isMeant(Stay claim, CensusChange change) {
        if (!claim.getPatient().equals(change.patient())) {
            return false;
        }
        if (change.saysVisit() && saysVisit(claim)) {
            return isOfVisit(claim, change);
        }
        return change.bed().isEmpty() ? !saysVisit(claim) : claim.getBed().equals(change.bed());
    }

    static boolean isOfVisit(Stay claim, CensusChange change) {
        return change.visits().contains(claim.getVisit());
    }

    static boolean isOfAnotherVisit(Stay claim, CensusChange change) {
        return change.saysVisit() && saysVisit(claim) && !isOfVisit(claim, change);
    }

    private static boolean saysVisit(Stay claim) {
        return !claim.getVisit().isEmpty();
    }

    static Stay under(Stay claim, String visit) {
        return Stay.newBuilder(claim).setVisit(visit).build();
    }

    static Stay begun(CensusChange change) {
        return Stay.newBuilder()
                .setStay(change.stay())
                .setVisit(change.visit())
                .setPatient(change.patient())
                .setBed(change.bed())
                .setFrom(change.at())
                .setAdmittedAt(change.admittedAt())
                .setAge(change.age())
                .setSex(change.sex())
                .build();
    }

    /** The same with what is now known of the patient. */
    static Stay updated(Stay claim, CensusChange change) {
        Stay.Builder newer = Stay.newBuilder(claim);
        if (change.age() != null) {
            newer.setAge(change.age());
        }
        if (change.sex() != Sex.UNKNOWN) {
            newer.setSex(change.sex());
        }
        return newer.build();
    }
}
