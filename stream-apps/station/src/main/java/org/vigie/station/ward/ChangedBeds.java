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
        if (!stay.equals(stays.put(bed, stay))
                || stay.filter(changedStays::contains).isPresent()) {
            changed.add(bed);
        }
    }

    /** Marks the occupants of all beds as sent. */
    void occupantsUpdated() {
        changedStays.clear();
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
