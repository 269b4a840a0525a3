package org.vigie.gateway.census;

import java.time.Instant;
import java.util.Comparator;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;

/** Works on claims: {@link Stay} records of the admission system that may contradict each other. */
final class StayClaim {
    private StayClaim() {}

    static boolean isOpen(Stay claim) {
        return claim.getUntil() == null;
    }

    static boolean covers(Stay claim, Instant at) {
        return !at.isBefore(claim.getFrom()) && (isOpen(claim) || at.isBefore(claim.getUntil()));
    }

    /** Returns true for a claim that begins after the arrival of a movement. The time of such a claim is wrong. */
    static boolean isAhead(Stay claim, CensusChange change) {
        return claim.getFrom().isAfter(change.now());
    }

    /** Returns true for a claim that is open, or that ends after the arrival of a movement and after the movement. */
    static boolean goesOn(Stay claim, CensusChange change) {
        return isOpen(claim)
                || (claim.getUntil().isAfter(change.now()) && claim.getUntil().isAfter(change.at()));
    }

    static Stay endedAt(Stay claim, Instant until) {
        Instant end = until.isBefore(claim.getFrom()) ? claim.getFrom() : until;
        return Stay.newBuilder(claim).setUntil(end).build();
    }

    static Stay reopened(Stay claim) {
        return Stay.newBuilder(claim).setUntil(null).build();
    }

    /**
     * Returns true when a movement concerns a claim. When both name a visit, the visits must be equal. Otherwise the bed of the movement
     * must be the claim's. When the movement names neither, it concerns a claim without a visit.
     */
    static boolean isMeant(Stay claim, CensusChange change) {
        if (!claim.getPatient().equals(change.patient())) {
            return false;
        }
        if (change.hasVisit() && hasVisit(claim)) {
            return isOfVisit(claim, change);
        }
        return change.bed().isEmpty() ? !hasVisit(claim) : claim.getBed().equals(change.bed());
    }

    /** Returns the order of begin. Of two claims that began together, one of another visit than the movement's is the lower one. */
    static Comparator<Stay> byBegin(CensusChange change) {
        return Comparator.comparing(Stay::getFrom).thenComparing(claim -> !isOfAnotherVisit(claim, change));
    }

    static boolean isOfVisit(Stay claim, CensusChange change) {
        return change.visits().contains(claim.getVisit());
    }

    static boolean isOfAnotherVisit(Stay claim, CensusChange change) {
        return change.hasVisit() && hasVisit(claim) && !isOfVisit(claim, change);
    }

    private static boolean hasVisit(Stay claim) {
        return !claim.getVisit().isEmpty();
    }

    static Stay under(Stay claim, String visit) {
        return Stay.newBuilder(claim).setVisit(visit).build();
    }

    static Stay begun(CensusChange change, Instant from) {
        return Stay.newBuilder()
                .setStay(change.stay())
                .setVisit(change.visit())
                .setPatient(change.patient())
                .setBed(change.bed())
                .setFrom(from)
                .setAdmittedAt(change.admittedAt())
                .setAge(change.age())
                .setSex(change.sex())
                .build();
    }

    /** Returns a claim under the stay and the visit of another claim. */
    static Stay ofStay(Stay claim, Stay other) {
        Instant admitted =
                other.getAdmittedAt().isAfter(claim.getFrom()) ? claim.getAdmittedAt() : other.getAdmittedAt();
        return Stay.newBuilder(claim)
                .setStay(other.getStay())
                .setVisit(other.getVisit())
                .setAdmittedAt(admitted)
                .build();
    }

    /** Returns a claim with what the movement adds about the patient. */
    static Stay updated(Stay claim, CensusChange change) {
        Stay.Builder newer = Stay.newBuilder(claim);
        if (change.age() != null) {
            newer.setAge(change.age());
        }
        if (change.sex() != AdministrativeSexRecord.UNKNOWN) {
            newer.setSex(change.sex());
        }
        return newer.build();
    }
}
