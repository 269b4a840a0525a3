package org.vigie.cluster.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the seconds from the end of each fault until the cluster worked as before, by kind of fault. */
final class RecoveryTimes {
    private final Map<String, List<Double>> byKind = new TreeMap<>();

    /** Holds the median by nearest rank and the largest value, in seconds. */
    record RecoverySummary(
            @JsonProperty("count") int count,
            @JsonProperty("p50") double p50,
            @JsonProperty("max") double max) {}

    void add(String kind, double seconds) {
        byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(seconds);
    }

    Map<String, RecoverySummary> summaries() {
        Map<String, RecoverySummary> summaries = new TreeMap<>();
        byKind.forEach((kind, seconds) -> summaries.put(kind, summary(seconds)));
        return summaries;
    }

    private static RecoverySummary summary(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int median = (int) Math.ceil(0.5 * sorted.size()) - 1;
        return new RecoverySummary(sorted.size(), sorted.get(median), sorted.get(sorted.size() - 1));
    }
}
