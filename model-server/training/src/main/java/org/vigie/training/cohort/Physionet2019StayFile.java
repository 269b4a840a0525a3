package org.vigie.training.cohort;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

/**
 * Reads one stay in the format of PhysioNet-2019: a header, then a row for each hour, fields separated by |, {@code NaN} where nothing was
 * measured. Pressures do not name their method and count as measured by cuff, as for most patients. Columns outside the 37 series are
 * ignored.
 */
final class Physionet2019StayFile {
    /** Column, variable and unit; an empty unit is that of the catalogue. */
    private static final String COLUMNS = """
            HR hr
            Temp temp
            SBP nibp_sys
            MAP nibp_mean
            DBP nibp_dia
            Resp rr
            HCO3 bicarbonate
            FiO2 fio2 1
            pH ph
            PaCO2 paco2
            SaO2 sao2
            AST ast
            BUN bun
            Alkalinephos alp
            Creatinine creatinine
            Glucose glucose
            Lactate lactate
            Magnesium magnesium mg/dL
            Potassium potassium
            Bilirubin_total bilirubin_total
            TroponinI troponin_i
            Hct hematocrit
            WBC wbc
            Platelets platelets
            """;

    private static final Map<String, SepsisColumn> SERIES = series();

    private final int id;
    private final Map<UnusedRowReason, Integer> faults;
    private final RecordingCleaner cleaner;
    private final Map<String, Double> facts = new HashMap<>();
    private int hours;
    private OptionalInt labelledFrom = OptionalInt.empty();

    /** Maps a column of the challenge to a variable and a unit. */
    private record SepsisColumn(String variable, String unit) {}

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
        if (fields.length != head.size()) {
            drop(UnusedRowReason.MALFORMED);
            return;
        }
        Map<String, Double> row = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            number(head.get(i), fields[i].trim(), row);
        }
        int hour = row.getOrDefault("ICULOS", hours + 1.0).intValue() - 1;
        hours = Math.max(hours, hour + 1);
        if (row.getOrDefault("SepsisLabel", 0.0) == 1 && labelledFrom.isEmpty()) {
            labelledFrom = OptionalInt.of(hour);
        }
        row.forEach((name, value) -> value(Duration.ofHours(hour), name, value));
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
        SepsisColumn column = SERIES.get(name);
        if (column == null) {
            facts.putIfAbsent(name, value);
        } else {
            cleaner.add(since, column.variable(), value, column.unit());
        }
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

    private static Map<String, SepsisColumn> series() {
        Map<String, SepsisColumn> series = new HashMap<>();
        COLUMNS.lines().map(line -> line.split(" ")).forEach(column -> {
            String unit = column.length > 2
                    ? column[2]
                    : VariableCatalogue.standard().get(column[1]).unit();
            series.put(column[0], new SepsisColumn(column[1], unit));
        });
        return Map.copyOf(series);
    }
}
