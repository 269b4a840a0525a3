package org.vigie.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in ms, and what is said of them. Safe for use by several threads. */
final class Latencies {
    private final List<Long> all = Collections.synchronizedList(new ArrayList<>());

    void add(long milliseconds) {
        all.add(milliseconds);
    }

    /** Percentiles by nearest rank; all 0 when {@code count} is. */
    record Summary(
            @JsonProperty("count") int count,
            @JsonProperty("p50") long p50,
            @JsonProperty("p99") long p99,
            @JsonProperty("max") long max) {}

    Summary summary() {
        List<Long> sorted;
        synchronized (all) {
            sorted = all.stream().sorted().toList();
        }
        return sorted.isEmpty()
                ? new Summary(0, 0, 0, 0)
                : new Summary(sorted.size(), rank(sorted, 0.50), rank(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    private static long rank(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
