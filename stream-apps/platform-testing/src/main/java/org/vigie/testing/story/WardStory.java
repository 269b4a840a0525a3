package org.vigie.testing.story;

import java.time.Duration;
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
    /** Admission of every patient. */
    public static final Instant ADMITTED = START.minus(Duration.ofMinutes(20));

    private static final String UNIT = "REA/";

    private final Map<String, BedStory> beds = new LinkedHashMap<>();

    /** Returns the time {@code seconds} after {@link #START}. */
    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    /** Returns the bed {@code REA/<name>} with the stay {@code stay-<name>}. */
    public BedStory bed(String name) {
        return bed(UNIT + name, "stay-" + name);
    }

    /**
     * Returns a bed with a stay of any name.
     *
     * @param name with the unit, for example {@code REA/A3}
     */
    public BedStory bed(String name, String stay) {
        return beds.computeIfAbsent(name, each -> new BedStory(new StoryBed(each, stay, false)));
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
