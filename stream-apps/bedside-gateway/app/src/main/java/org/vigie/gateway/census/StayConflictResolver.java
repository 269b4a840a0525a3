package org.vigie.gateway.census;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.StayAssignment;

/**
 * Derives the stays of a bed from its claims, so that there is at most one stay at each instant. When claims of several patients
 * contradict each other, the time belongs to a stay of its own, {@code conflict-...}, until the admission system cancels or ends a claim. Of
 * two claims of one patient, whose numbers were merged, the one that began last counts.
 */
public record StayConflictResolver(String bed, List<Stay> claims) {
    private static final int KEPT = 16;

    public StayConflictResolver {
        claims = List.copyOf(claims);
    }

    /** Returns the stays of the bed in the order of time, the newest {@value #KEPT}. */
    public BedStays resolved() {
        List<Stay> stays = new ArrayList<>();
        List<Instant> edges = edges();
        for (int i = 0; i < edges.size(); i++) {
            Instant from = edges.get(i);
            Instant until = i + 1 < edges.size() ? edges.get(i + 1) : null;
            List<Stay> there = claims.stream()
                    .filter(claim -> StayClaim.covers(claim, from))
                    .toList();
            if (!there.isEmpty()) {
                add(stays, isOfOnePatient(there) ? newest(there) : conflict(from, stays), from, until);
            }
        }
        return new BedStays(bed, new ArrayList<>(stays.subList(Math.max(0, stays.size() - KEPT), stays.size())));
    }

    private static boolean isOfOnePatient(List<Stay> there) {
        return there.stream().map(Stay::getPatient).distinct().count() == 1;
    }

    private static Stay newest(List<Stay> there) {
        return Collections.max(there, Comparator.comparing(Stay::getFrom));
    }

    public static boolean isConflict(Stay stay) {
        return StayAssignment.isConflict(stay.getStay());
    }

    private List<Instant> edges() {
        TreeSet<Instant> edges = new TreeSet<>();
        for (Stay claim : claims) {
            edges.add(claim.getFrom());
            if (!StayClaim.isOpen(claim)) {
                edges.add(claim.getUntil());
            }
        }
        return List.copyOf(edges);
    }

    /** Adds a piece. Adjacent pieces of the same stay become one. */
    private static void add(List<Stay> stays, Stay stay, Instant from, Instant until) {
        Stay before = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        boolean goesOn = before != null && before.getStay().equals(stay.getStay()) && from.equals(before.getUntil());
        Instant begin = goesOn ? before.getFrom() : from;
        if (goesOn) {
            stays.remove(before);
        }
        stays.add(Stay.newBuilder(stay).setFrom(begin).setUntil(until).build());
    }

    private Stay conflict(Instant from, List<Stay> stays) {
        Stay before = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        if (before != null && isConflict(before) && from.equals(before.getUntil())) {
            return before;
        }
        String name = StayAssignment.conflict(bed, from);
        return Stay.newBuilder()
                .setStay(name)
                .setPatient(name)
                .setBed(bed)
                .setFrom(from)
                .setAdmittedAt(from)
                .build();
    }
}
