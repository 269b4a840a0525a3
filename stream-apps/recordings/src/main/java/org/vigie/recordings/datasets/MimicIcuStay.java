package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.recordings.RecordedRowCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.VariableNames;

/** Collects the rows of one ICU stay of MIMIC-IV. */
record MimicIcuStay(
        String subject, String id, LocalDateTime in, LocalDateTime out, String unit, RecordedRowCollector rows) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<String> GCS_PARTS =
            Set.of(VariableNames.GCS_EYE, VariableNames.GCS_VERBAL, VariableNames.GCS_MOTOR);

    static MimicIcuStay of(NamedCsvRecord row) {
        return new MimicIcuStay(
                row.getField("subject_id"),
                row.getField("stay_id"),
                LocalDateTime.parse(row.getField("intime"), TIME),
                LocalDateTime.parse(row.getField("outtime"), TIME),
                row.getField("first_careunit"),
                new RecordedRowCollector());
    }

    Duration length() {
        return Duration.between(in, out);
    }

    /** Adds a value that was measured within the stay. Others are ignored. */
    void add(String measuredAt, RecordedValue value) {
        LocalDateTime time = LocalDateTime.parse(measuredAt, TIME);
        if (!time.isBefore(in) && !time.isAfter(out)) {
            rows.add(Duration.between(in, time), value);
        }
    }

    StayRecording recording(NamedCsvRecord patient) {
        List<RecordedRow> inOrder =
                rows.inOrder().stream().map(MimicIcuStay::withGcsTotal).toList();
        double age = Double.parseDouble(patient.getField("anchor_age"))
                + in.getYear()
                - Integer.parseInt(patient.getField("anchor_year"));
        boolean isFemale = patient.getField("gender").equals("F");
        AdministrativeSexRecord sex = isFemale ? AdministrativeSexRecord.FEMALE : AdministrativeSexRecord.MALE;
        RecordedPatient person = new RecordedPatient(age, sex, null, firstWeight(inOrder), unitKind(unit));
        return new StayRecording("mimic-iv-demo", "mimic-iv-demo-" + id, person, inOrder, length(), false);
    }

    /** Adds the sum of the Glasgow score to a row that has its three parts. */
    private static RecordedRow withGcsTotal(RecordedRow row) {
        List<RecordedValue> parts = row.values().stream()
                .filter(value -> GCS_PARTS.contains(value.variable()))
                .toList();
        if (parts.size() < GCS_PARTS.size()) {
            return row;
        }
        List<RecordedValue> values = new ArrayList<>(row.values());
        values.add(gcsTotal(parts));
        return new RecordedRow(row.at(), values);
    }

    private static RecordedValue gcsTotal(List<RecordedValue> parts) {
        double sum =
                parts.stream().mapToDouble(part -> part.value().orElseThrow()).sum();
        return RecordedValue.of(VariableNames.GCS_TOTAL, sum, "{score}");
    }

    private static Double firstWeight(List<RecordedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .filter(value -> value.variable().equals(VariableNames.WEIGHT))
                .map(value -> value.value().orElseThrow())
                .findFirst()
                .orElse(null);
    }

    private static UnitTypeRecord unitKind(String careUnit) {
        if (careUnit.startsWith("Coronary")) {
            return UnitTypeRecord.CORONARY;
        }
        if (careUnit.startsWith("Cardiac Vascular")) {
            return UnitTypeRecord.CARDIAC_SURGERY;
        }
        if (careUnit.startsWith("Medical")) {
            return UnitTypeRecord.MEDICAL;
        }
        boolean isSurgical = careUnit.contains("Surgical Intensive") || careUnit.startsWith("Trauma");
        return isSurgical ? UnitTypeRecord.SURGICAL : UnitTypeRecord.UNKNOWN;
    }
}
