package org.vigie.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;

/** The beds of one story, all with one clock that begins at {@link #START}. */
public final class WardStory {
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final Map<String, BedStory> beds = new LinkedHashMap<>();

    /** The bed {@code REA/<name>}, with the patient of the stay {@code stay-<name>} since an hour before the story. */
    public BedStory bed(String name) {
        return beds.computeIfAbsent(name, BedStory::new);
    }

    /** Who is on which bed. */
    public List<BedStays> stays() {
        return beds.values().stream().map(BedStory::stays).toList();
    }

    /** All that was said, in the order in which it was received. */
    public List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        beds.values().forEach(bed -> all.addAll(bed.observations()));
        all.sort(Comparator.comparing(Observation::getReceivedTime));
        return all;
    }
}
