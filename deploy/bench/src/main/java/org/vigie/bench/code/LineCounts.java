package org.vigie.bench.code;

import java.util.Collection;
import java.util.List;

/** Holds the lengths of files or methods in lines; percentiles by nearest rank, 0 when there is none. */
record LineCounts(int p50, int p90, int max) {
    static LineCounts of(Collection<Integer> counts) {
        List<Integer> sorted = counts.stream().sorted().toList();
        return new LineCounts(rank(sorted, 0.5), rank(sorted, 0.9), rank(sorted, 1));
    }

    private static int rank(List<Integer> sorted, double quantile) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
