package org.vigie.recordings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a file leaves out. The same value of a channel left out for the same reason is one entry with its count, its first and
 * its last place. After {@value #MOST} entries, further values are counted per channel and reason.
 */
public final class LeftOutCollector {
    private static final int MOST = 1_000;
    private static final int LONGEST = 80;

    private final Map<LeftOutEntry, LeftOutPlaces> entries = new LinkedHashMap<>();

    /** Counts the places of one entry and keeps the first and the last. */
    private static final class LeftOutPlaces {
        private final String first;
        private String last;
        private long count;

        LeftOutPlaces(String first) {
            this.first = first;
        }

        @Override
        public String toString() {
            if (first.isEmpty()) {
                return count == 1 ? "" : " (" + count + " values)";
            }
            return count == 1 ? " (" + first + ")" : " (" + count + " times, " + first + " to " + last + ")";
        }
    }

    /** @param place {@code line 3}; empty when the reason says it */
    public void add(String channel, String value, String reason, String place) {
        String cut = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
        LeftOutEntry entry = new LeftOutEntry(channel, cut, reason);
        LeftOutEntry kept =
                entries.size() < MOST || entries.containsKey(entry) ? entry : new LeftOutEntry(channel, "", reason);
        LeftOutPlaces places = entries.computeIfAbsent(kept, ignored -> new LeftOutPlaces(place));
        places.last = place;
        places.count++;
    }

    /** Adds something that concerns a channel as a whole. */
    public void add(String channel, String reason) {
        add(channel, "", reason, "");
    }

    /** @param count how many values of the channel */
    public void add(String channel, String reason, long count) {
        if (count > 0) {
            add(channel, reason);
            entries.get(new LeftOutEntry(channel, "", reason)).count += count - 1;
        }
    }

    public void addAll(List<LeftOutEntry> others) {
        others.forEach(other -> add(other.channel(), other.value(), other.reason(), ""));
    }

    public List<LeftOutEntry> toList() {
        return entries.entrySet().stream()
                .map(entry -> new LeftOutEntry(
                        entry.getKey().channel(),
                        entry.getKey().value(),
                        entry.getKey().reason() + entry.getValue()))
                .toList();
    }
}
