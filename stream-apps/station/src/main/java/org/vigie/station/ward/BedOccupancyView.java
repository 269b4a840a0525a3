package org.vigie.station.ward;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.records.PatientTurnover;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.station.trend.BedArrivalSnapshot;

/** Knows which stay is in each bed: by admission, or else by the provisional stay under which the bed is monitored. */
final class BedOccupancyView {
    private final NavigableSet<String> beds;
    private final Map<String, List<Stay>> admitted = new HashMap<>();
    private final Map<String, CleanObservation> provisional = new HashMap<>();
    /** Holds for each stay the first instant that was measured before its patient was known. */
    private final Map<String, Instant> attributed = new HashMap<>();

    BedOccupancyView(List<String> fixedBeds) {
        beds = new TreeSet<>(new BedNameComparator(fixedBeds));
        beds.addAll(fixedBeds);
    }

    /** @return whether the bed is new to the ward */
    boolean take(BedStays stays) {
        admitted.put(stays.getBed(), stays.getStays());
        return beds.add(stays.getBed());
    }

    /** @return whether the bed is new to the ward */
    boolean take(CleanObservation observation) {
        if (observation.getProvisional()) {
            provisional.merge(observation.getBed(), observation, BedOccupancyView::later);
        }
        if (observation.getAttributedFrom() != null) {
            attributed.merge(
                    observation.getStay(),
                    observation.getDeviceTime(),
                    (one, other) -> one.isBefore(other) ? one : other);
        }
        return beds.add(observation.getBed());
    }

    private static CleanObservation later(CleanObservation before, CleanObservation now) {
        return now.getReceivedTime().isBefore(before.getReceivedTime()) ? before : now;
    }

    /** Returns the beds in their fixed order. */
    NavigableSet<String> beds() {
        return beds;
    }

    /** @param now the ward's time; empty before the first record: who has not left is there */
    Optional<OccupantSnapshot> on(String bed, Optional<Instant> now) {
        List<Stay> stays = admitted.getOrDefault(bed, List.of());
        Optional<OccupantSnapshot> admission = stays.stream()
                .filter(stay -> isThere(stay, now))
                .reduce((older, newer) -> newer)
                .map(stay -> OccupantSnapshot.of(stay, attributed.get(stay.getStay())));
        return admission.or(() -> watchedWithoutAdmission(bed, stays));
    }

    /** Returns the bed of a stay now, or its last known bed. */
    String bedOf(String stay, String otherwise, Optional<Instant> now) {
        return on(otherwise, now)
                        .filter(occupant -> occupant.stay().equals(stay))
                        .isPresent()
                ? otherwise
                : beds.stream()
                        .filter(bed -> on(bed, now)
                                .filter(occupant -> occupant.stay().equals(stay))
                                .isPresent())
                        .findFirst()
                        .orElse(otherwise);
    }

    /** Returns the bed to which a stay was admitted last, or under which it is monitored; empty when no bed had it. */
    Optional<String> bedOf(String stay) {
        Optional<Stay> admission = partsOf(stay).max(Comparator.comparing(Stay::getFrom));
        return admission
                .map(Stay::getBed)
                .or(() -> provisional.values().stream()
                        .filter(observation -> observation.getStay().equals(stay))
                        .map(CleanObservation::getBed)
                        .findFirst());
    }

    /** Returns whether the stay lies on a bed of the ward. */
    boolean isOnABed(String stay, Instant now) {
        return beds.stream()
                .flatMap(bed -> on(bed, Optional.of(now)).stream())
                .anyMatch(occupant -> occupant.stay().equals(stay));
    }

    /** Returns the end of an admitted stay on all its beds. It is empty while the stay goes on, and when no admission is known. */
    Optional<Instant> endOf(String stay, Optional<Instant> now) {
        List<Stay> parts = partsOf(stay).toList();
        return parts.stream().allMatch(part -> isOver(part, now))
                ? parts.stream().map(Stay::getUntil).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns when a stay came to each of its beds, the first one first. */
    List<BedArrivalSnapshot> arrivals(String stay) {
        return partsOf(stay)
                .sorted(Comparator.comparing(Stay::getFrom))
                .map(part -> new BedArrivalSnapshot(part.getFrom().toEpochMilli(), part.getBed()))
                .toList();
    }

    /** Returns the part of a stay on each of its beds. */
    private Stream<Stay> partsOf(String stay) {
        return admitted.values().stream()
                .flatMap(List::stream)
                .filter(part -> part.getStay().equals(stay));
    }

    /** Returns when a patient left a bed last; empty when nobody did. */
    Optional<Instant> turnover(String bed, Instant now) {
        return new PatientTurnover(admitted.getOrDefault(bed, List.of())).last(now);
    }

    private static boolean isOver(Stay stay, Optional<Instant> now) {
        return stay.getUntil() != null
                && now.map(at -> !stay.getUntil().isAfter(at)).orElse(true);
    }

    private static boolean isThere(Stay stay, Optional<Instant> now) {
        return now.map(at -> !stay.getFrom().isAfter(at)
                        && (stay.getUntil() == null || stay.getUntil().isAfter(at)))
                .orElse(stay.getUntil() == null);
    }

    private Optional<OccupantSnapshot> watchedWithoutAdmission(String bed, List<Stay> ended) {
        return Optional.ofNullable(provisional.get(bed))
                .filter(observation -> ended.stream()
                        .map(Stay::getUntil)
                        .noneMatch(until -> until != null && until.isAfter(observation.getReceivedTime())))
                .map(OccupantSnapshot::provisional);
    }
}
