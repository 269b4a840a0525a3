package org.vigie.training.cohort;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

/**
 * Reads one stay in the format of PhysioNet-2019: a header, then a row for each hour, fields separated by |, {@code NaN} where nothing was
 * measured. Pressures do not name their method and count as measured by cuff, as for most patients. Columns outside the 37 series are
 * ignored.
 */
final class Physionet2019StayFile {
    private final int id;
    private final Map<UnusedRowReason, Integer> faults;
    private final RecordingCleaner cleaner;
    private final Map<String, Double> facts = new HashMap<>();
    private int hours;
    private OptionalInt labelledFrom = OptionalInt.empty();

    /** @param faults counts the dropped rows */
    Physionet2019StayFile(int id, Map<UnusedRowReason, Integer> faults) {
        this.id = id;
        this.faults = faults;
        cleaner = new RecordingCleaner(faults);
    }

    SepsisStay read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\\|", -1));
        lines.stream().skip(1).forEach(line -> row(head, line.split("\\|", -1)));
        return new SepsisStay(new RecordedStay(id, statics(), cleaner.cleanedMeasurements()), hours, labelledFrom);
    }

    private void row(List<String> head, String[] fields) {
        if (fields.length == head.size()) {
            row(numbers(head, fields));
        } else {
            drop(UnusedRowReason.MALFORMED);
        }
    }

    private void row(Map<String, Double> row) {
        int hour = row.getOrDefault("ICULOS", hours + 1.0).intValue() - 1;
        hours = Math.max(hours, hour + 1);
        if (row.getOrDefault("SepsisLabel", 0.0) == 1 && labelledFrom.isEmpty()) {
            labelledFrom = OptionalInt.of(hour);
        }
        row.forEach((name, value) -> value(Duration.ofHours(hour), name, value));
    }

    private Map<String, Double> numbers(List<String> head, String[] fields) {
        Map<String, Double> numbers = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            number(head.get(i), fields[i].trim(), numbers);
        }
        return numbers;
    }

    private void number(String name, String field, Map<String, Double> row) {
        try {
            double value = Double.parseDouble(field);
            if (!Double.isNaN(value)) {
                row.put(name, value);
            }
        } catch (NumberFormatException e) {
            drop(UnusedRowReason.NOT_A_NUMBER);
        }
    }

    private void value(Duration since, String name, double value) {
        SepsisColumn.named(name)
                .ifPresentOrElse(
                        column -> cleaner.add(since, column.variable(), value, column.unit()),
                        () -> facts.putIfAbsent(name, value));
    }

    private StaticFeatures statics() {
        double gender = facts.getOrDefault("Gender", Double.NaN);
        return new StaticFeatures(
                facts.getOrDefault("Age", Double.NaN),
                gender == 0
                        ? AdministrativeSex.FEMALE
                        : gender == 1 ? AdministrativeSex.MALE : AdministrativeSex.UNKNOWN,
                Double.NaN,
                Double.NaN,
                fact("Unit1") ? UnitType.MEDICAL : fact("Unit2") ? UnitType.SURGICAL : UnitType.UNKNOWN);
    }

    private boolean fact(String name) {
        return facts.getOrDefault(name, 0.0) == 1;
    }

    private void drop(UnusedRowReason reason) {
        faults.merge(reason, 1, Integer::sum);
    }
}
