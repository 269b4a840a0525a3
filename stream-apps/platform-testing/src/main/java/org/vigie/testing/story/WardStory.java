package org.vigie.testing.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;

/** Builds the messages of several beds that share one clock, which begins at {@link #START}. */
public final class WardStory {
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final Map<String, BedStory> beds = new LinkedHashMap<>();

    /** Returns the bed {@code REA/<name>}. The patient of the stay {@code stay-<name>} was admitted an hour before the start. */
    public BedStory bed(String name) {
        return beds.computeIfAbsent(name, BedStory::new);
    }

    /** Returns the stays on each bed. */
    public List<BedStays> stays() {
        return beds.values().stream().map(BedStory::stays).toList();
    }

    /** Returns all messages in the order in which they were received. */
    public List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        beds.values().forEach(bed -> all.addAll(bed.observations()));
        all.sort(Comparator.comparing(Observation::getReceivedTime));
        return all;
    }
}
