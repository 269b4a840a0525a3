package org.vigie.bench.ward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Formats the figures of ward benchmarks for a reader: one row for each figure, one column for each run. */
final class WardBenchTable {
    private static final int NAME_WIDTH = 42;
    private static final int LONGEST_CELL = 40;

    private final List<String> titles = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** Adds a column. */
    void add(String title, Map<String, Object> figures) {
        Map<String, Object> flat = new LinkedHashMap<>();
        figures.forEach((name, value) -> flatten(flat, name.replace('_', ' '), value));
        rows.values().forEach(cells -> cells.add("-"));
        flat.forEach((name, value) -> rows.computeIfAbsent(name, ignored -> newRow())
                .set(titles.size(), String.valueOf(value == null ? "-" : value)));
        titles.add(title);
    }

    private List<String> newRow() {
        return new ArrayList<>(Collections.nCopies(titles.size() + 1, "-"));
    }

    private static void flatten(Map<String, Object> flat, String name, Object value) {
        if (value instanceof Map<?, ?> parts) {
            new TreeMap<>(parts).forEach((part, inner) -> flatten(flat, name + ": " + part, inner));
        } else if (value instanceof List<?> list && list.isEmpty()) {
            flat.put(name, "none");
        } else {
            flat.put(name, value);
        }
    }

    @Override
    public String toString() {
        String heading = line("", titles);
        return heading
                + "\n"
                + rows.entrySet().stream()
                        .map(row -> line(row.getKey(), row.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String line(String name, List<String> cells) {
        StringBuilder line = new StringBuilder("  ").append(name);
        int column = 2 + NAME_WIDTH;
        for (int cell = 0; cell < cells.size(); cell++) {
            line.append(" ".repeat(Math.max(1, column - line.length()))).append(cells.get(cell));
            column += Math.min(LONGEST_CELL, width(cell)) + 2;
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.values().stream()
                .mapToInt(cells -> cells.get(column).length())
                .reduce(titles.get(column).length(), Math::max);
    }
}
