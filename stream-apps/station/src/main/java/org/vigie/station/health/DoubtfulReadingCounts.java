package org.vigie.station.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts suspect and rejected readings by variable and reason. */
final class DoubtfulReadingCounts {
    /** A device that makes up names must not fill the memory. */
    private static final int MOST = 200;

    private static final int SHOWN = 3;

    private final Map<VariableReason, Long> counts = new HashMap<>();

    private record VariableReason(String variable, String reason) {}

    void take(String variable, Enum<?> reason) {
        var key = new VariableReason(variable, reason.name());
        if (counts.size() < MOST || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    /** Returns the most frequent ones, the most frequent first. */
    List<DoubtfulReadingsSnapshot> mostFrequent() {
        return counts.entrySet().stream()
                .map(entry -> new DoubtfulReadingsSnapshot(
                        entry.getKey().variable(), entry.getKey().reason(), entry.getValue()))
                .sorted(Comparator.comparingLong(DoubtfulReadingsSnapshot::count)
                        .reversed()
                        .thenComparing(DoubtfulReadingsSnapshot::variable)
                        .thenComparing(DoubtfulReadingsSnapshot::reason))
                .limit(SHOWN)
                .toList();
    }
}
