package org.vigie.bench.ward;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats the figures of the ward benchmark for a reader. */
record WardBenchTable(Map<String, Object> figures, WardBench bench) {

    @Override
    public String toString() {
        String title = "Ward benchmark: %d beds x %d h, seed %d%n"
                .formatted(bench.beds(), bench.length().toHours(), bench.seed());
        return title
                + figures.entrySet().stream()
                        .map(each -> "  %-38s %s".formatted(each.getKey().replace('_', ' '), shown(each.getValue())))
                        .collect(Collectors.joining("\n"));
    }

    private static Object shown(Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof List<?> list && list.isEmpty() ? "none" : value;
    }
}
