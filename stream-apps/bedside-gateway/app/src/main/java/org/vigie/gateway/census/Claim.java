package org.vigie.gateway.census;

import java.time.Instant;
import org.vigie.schemas.Sex;
import org.vigie.schemas.Stay;

/** What the admission system says of one patient's time on one bed: a {@link Stay} that may contradict another. */
final class Claim {
    private Claim() {}

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

    static Stay begun(Change change) {
        return Stay.newBuilder()
                .setStay(change.stay())
                .setPatient(change.patient())
                .setBed(change.bed())
                .setFrom(change.at())
                .setAdmittedAt(change.admittedAt())
                .setAge(change.age())
                .setSex(change.sex())
                .build();
    }

    /** The same with what is now known of the patient. */
    static Stay updated(Stay claim, Change change) {
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
