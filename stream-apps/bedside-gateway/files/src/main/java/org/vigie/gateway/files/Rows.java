package org.vigie.gateway.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.gateway.files.Recording.Row;
import org.vigie.gateway.files.Recording.Value;

/** Gathers single values into rows. */
final class Rows {
    private final NavigableMap<Duration, List<List<Value>>> byTime = new TreeMap<>();

    /** Puts a value into the first row of its instant that does not hold its variable yet. */
    void add(Duration at, Value value) {
        List<List<Value>> rows = byTime.computeIfAbsent(at, ignored -> new ArrayList<>());
        rows.stream()
                .filter(row -> row.stream().noneMatch(other -> other.variable().equals(value.variable())))
                .findFirst()
                .orElseGet(() -> {
                    List<Value> row = new ArrayList<>();
                    rows.add(row);
                    return row;
                })
                .add(value);
    }

    List<Row> inOrder() {
        List<Row> rows = new ArrayList<>();
        byTime.forEach((at, values) -> values.forEach(each -> rows.add(new Row(at, each))));
        return rows;
    }
}
