package org.vigie.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records durations in ms and summarises them. Safe for use by several threads. */
public final class LatencyRecorder {
    private final List<Long> all = Collections.synchronizedList(new ArrayList<>());

    void add(long milliseconds) {
        all.add(milliseconds);
    }

    /** Holds percentiles by nearest rank; null when nothing was measured. */
    public record LatencySummary(
            @JsonProperty("count") int count,
            @JsonProperty("p50") Long p50,
            @JsonProperty("p99") Long p99,
            @JsonProperty("max") Long max) {
        @Override
        public String toString() {
            return count == 0
                    ? "nothing measured"
                    : "p50 %,d ms, p99 %,d ms, max %,d ms (%,d)".formatted(p50, p99, max, count);
        }
    }

    LatencySummary summary() {
        List<Long> sorted;
        synchronized (all) {
            sorted = all.stream().sorted().toList();
        }
        return sorted.isEmpty()
                ? new LatencySummary(0, null, null, null)
                : new LatencySummary(
                        sorted.size(), rank(sorted, 0.50), rank(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    private static long rank(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
