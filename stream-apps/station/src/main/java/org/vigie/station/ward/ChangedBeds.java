package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the beds that changed, and releases each at most once per interval. */
final class ChangedBeds {
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> changedStays = new HashSet<>();
    private final Map<String, Instant> sent = new HashMap<>();
    private final Map<String, Optional<String>> stays = new HashMap<>();
    private final Set<String> movedStays = new HashSet<>();

    void add(String bed) {
        changed.add(bed);
    }

    /** Something came of a stay, wherever it lies now. */
    void addStay(String stay) {
        changedStays.add(stay);
    }

    /** A bed changes with its occupant, and when time alone brings or takes one. */
    void occupant(String bed, Optional<OccupantSnapshot> occupant) {
        Optional<String> stay = occupant.map(OccupantSnapshot::stay);
        Optional<String> before = stays.getOrDefault(bed, Optional.empty());
        stays.put(bed, stay);
        if (!stay.equals(before)) {
            before.ifPresent(movedStays::add);
            stay.ifPresent(movedStays::add);
            changed.add(bed);
        }
        stay.filter(changedStays::contains).ifPresent(any -> changed.add(bed));
    }

    /** Returns the stays that came to a bed or left one since the occupants were marked as sent. */
    Set<String> movedStays() {
        return Set.copyOf(movedStays);
    }

    /** Marks the occupants of all beds as sent. */
    void occupantsUpdated() {
        changedStays.clear();
        movedStays.clear();
    }

    /** Names the beds that may be sent now and counts them as sent. */
    List<String> due(Instant wall, Duration gap) {
        List<String> due = changed.stream()
                .filter(bed -> !sent.getOrDefault(bed, Instant.MIN).plus(gap).isAfter(wall))
                .toList();
        due.forEach(bed -> sent.put(bed, wall));
        due.forEach(changed::remove);
        return due;
    }
}
