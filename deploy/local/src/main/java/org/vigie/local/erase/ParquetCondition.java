package org.vigie.local.erase;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in SQL which rows of a file are the patient's: those that name the patient or a stay, and those that {@link BedMeasurement} finds.
 *
 * @param columns of the file
 */
record ParquetCondition(ErasedPatient patient, List<String> columns) {
    ParquetCondition {
        columns = List.copyOf(columns);
    }

    /** Returns the condition on {@code row}. It is never null, so that no row is neither kept nor removed. */
    String sql() {
        return Stream.concat(names(), onBeds())
                .map(each -> "coalesce(" + each + ", false)")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Any column may name a stay: a row is compared as text. */
    private Stream<String> names() {
        return Stream.concat(patient.pseudonyms().stream(), patient.stays().stream())
                .map(name -> "contains(row::VARCHAR, '" + name + "')");
    }

    private Stream<String> onBeds() {
        String time = BedMeasurement.TIMES.stream()
                .filter(columns::contains)
                .map(name -> "TRY_CAST(row.\"" + name + "\" AS TIMESTAMP)")
                .collect(Collectors.joining(", "));
        return time.isEmpty() || !columns.contains(BedMeasurement.BED)
                ? Stream.of()
                : patient.periods().stream().map(period -> onBed(period, "coalesce(" + time + ")"));
    }

    private String onBed(BedPeriod period, String time) {
        String unnamed = columns.contains(BedMeasurement.STAY)
                ? " AND (row.stay IS NULL OR row.stay::VARCHAR LIKE 'provisional-%')"
                : "";
        return "(row.bed::VARCHAR = '%s' AND %s >= epoch_ms(%d) AND %s < epoch_ms(%d)"
                        .formatted(
                                period.bed().replace("'", "''"),
                                time,
                                period.from().toEpochMilli(),
                                time,
                                period.until().toEpochMilli())
                + unnamed + ")";
    }
}
