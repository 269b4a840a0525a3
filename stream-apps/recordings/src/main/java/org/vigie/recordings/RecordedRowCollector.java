package org.vigie.recordings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;

/** Gathers single values into rows. */
public final class RecordedRowCollector {
    private final NavigableMap<Duration, List<List<RecordedValue>>> byTime = new TreeMap<>();

    /** Puts a value into the first row of its instant that does not hold its variable yet. */
    public void add(Duration at, RecordedValue value) {
        List<List<RecordedValue>> rows = byTime.computeIfAbsent(at, ignored -> new ArrayList<>());
        rows.stream()
                .filter(row -> row.stream().noneMatch(other -> other.variable().equals(value.variable())))
                .findFirst()
                .orElseGet(() -> {
                    List<RecordedValue> row = new ArrayList<>();
                    rows.add(row);
                    return row;
                })
                .add(value);
    }

    public List<RecordedRow> inOrder() {
        List<RecordedRow> rows = new ArrayList<>();
        byTime.forEach((at, values) -> values.forEach(each -> rows.add(new RecordedRow(at, each))));
        return rows;
    }
}
