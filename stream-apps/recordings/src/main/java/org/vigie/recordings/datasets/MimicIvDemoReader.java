package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.recordings.RecordedRowCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * MIMIC-IV Clinical Database Demo 2.2 (Johnson 2023) as MEDS events. An ICU stay is an interval of {@code icustays}; its events are
 * those of its subject within it whose item {@code mimic-iv-items.csv} names. Where the three parts of the Glasgow score stand at one
 * instant, their sum is sent with them, as the variable table says.
 */
public final class MimicIvDemoReader {
    private static final String EVENTS = "mimic-iv-demo/meds_events-dev.csv.gz";
    private static final String STAYS = "mimic-iv-demo/icu/icustays.csv.gz";
    private static final String PATIENTS = "mimic-iv-demo/hosp/patients.csv.gz";
    private static final Duration SHORTEST = Duration.ofHours(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Map<String, NamedCsvRecord> ITEMS = CsvTables.rows(
                    VariableCatalogue.class, "mimic-iv-items.csv")
            .collect(Collectors.toMap(row -> row.getField("itemid"), Function.identity()));

    private MimicIvDemoReader() {}

    public static boolean isIn(Path directory) {
        return Stream.of(EVENTS, STAYS, PATIENTS)
                .allMatch(name -> directory.resolve(name).toFile().isFile());
    }

    /** Collects the rows of one ICU stay. */
    private record MimicIcuStay(
            String subject, String id, LocalDateTime in, LocalDateTime out, String unit, RecordedRowCollector rows) {
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

        void offer(LocalDateTime time, RecordedValue value) {
            if (!time.isBefore(in) && !time.isAfter(out)) {
                rows.add(Duration.between(in, time), value);
            }
        }
    }

    /** {@code count} stays of half a day or more in the order of their ids, after {@code skip} others. */
    public static List<StayRecording> read(Path directory, int skip, int count) throws IOException {
        List<MimicIcuStay> stays;
        try (Stream<NamedCsvRecord> rows = table(directory, STAYS)) {
            stays = rows.map(MimicIcuStay::of)
                    .filter(stay -> stay.length().compareTo(SHORTEST) >= 0)
                    .sorted(Comparator.comparing(MimicIcuStay::id))
                    .skip(skip)
                    .limit(count)
                    .toList();
        }
        readEvents(directory, stays);
        return recordings(directory, stays);
    }

    private static void readEvents(Path directory, List<MimicIcuStay> stays) throws IOException {
        Map<String, List<MimicIcuStay>> bySubject =
                stays.stream().collect(Collectors.groupingBy(MimicIcuStay::subject));
        try (Stream<NamedCsvRecord> events = table(directory, EVENTS)) {
            events.forEach(event -> {
                NamedCsvRecord item = item(event.getField("code"));
                String value = event.getField("value");
                List<MimicIcuStay> wanted = bySubject.get(event.getField("subject_id"));
                if (item != null && wanted != null && !value.isEmpty()) {
                    LocalDateTime time = LocalDateTime.parse(event.getField("time"), TIME);
                    RecordedValue read =
                            RecordedValue.of(item.getField("variable"), number(value), item.getField("unit"));
                    wanted.forEach(stay -> stay.offer(time, read));
                }
            });
        }
    }

    /** {@code LAB//<item>//<unit>} and {@code SUBJECT_FLUID_OUTPUT//<item>//<unit>}; null when it is not sent. */
    private static NamedCsvRecord item(String code) {
        if (!code.startsWith("LAB//") && !code.startsWith("SUBJECT_FLUID_OUTPUT//")) {
            return null;
        }
        int from = code.indexOf("//") + 2;
        int to = code.indexOf("//", from);
        return ITEMS.get(to < 0 ? code.substring(from) : code.substring(from, to));
    }

    /** The table holds 1.8 as 1.7999999523162842: it went through single precision. */
    private static double number(String field) {
        return Double.parseDouble(Float.toString(Float.parseFloat(field)));
    }

    private static List<StayRecording> recordings(Path directory, List<MimicIcuStay> stays) throws IOException {
        Map<String, NamedCsvRecord> patients = new HashMap<>();
        try (Stream<NamedCsvRecord> rows = table(directory, PATIENTS)) {
            rows.forEach(row -> patients.put(row.getField("subject_id"), row));
        }
        return stays.stream()
                .map(stay -> recording(stay, patients.get(stay.subject())))
                .toList();
    }

    private static StayRecording recording(MimicIcuStay stay, NamedCsvRecord patient) {
        List<StayRecording.RecordedRow> rows = stay.rows().inOrder().stream()
                .map(MimicIvDemoReader::withGcsTotal)
                .toList();
        double age = Double.parseDouble(patient.getField("anchor_age"))
                + stay.in().getYear()
                - Integer.parseInt(patient.getField("anchor_year"));
        RecordedPatient person = new RecordedPatient(
                age,
                patient.getField("gender").equals("F") ? AdministrativeSexRecord.FEMALE : AdministrativeSexRecord.MALE,
                null,
                firstWeight(rows),
                unitKind(stay.unit()));
        return new StayRecording("mimic-iv-demo", "mimic-iv-demo-" + stay.id(), person, rows, stay.length(), false);
    }

    private static StayRecording.RecordedRow withGcsTotal(StayRecording.RecordedRow row) {
        List<RecordedValue> parts = row.values().stream()
                .filter(value -> value.variable().startsWith("gcs_"))
                .toList();
        if (parts.size() < 3) {
            return row;
        }
        double sum =
                parts.stream().mapToDouble(part -> part.value().orElseThrow()).sum();
        List<RecordedValue> values = new ArrayList<>(row.values());
        values.add(RecordedValue.of("gcs_total", sum, "{score}"));
        return new StayRecording.RecordedRow(row.at(), values);
    }

    private static Double firstWeight(List<StayRecording.RecordedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .filter(value -> value.variable().equals("weight"))
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
        boolean surgical = careUnit.contains("Surgical Intensive") || careUnit.startsWith("Trauma");
        return careUnit.startsWith("Medical")
                ? UnitTypeRecord.MEDICAL
                : surgical ? UnitTypeRecord.SURGICAL : UnitTypeRecord.UNKNOWN;
    }

    private static Stream<NamedCsvRecord> table(Path directory, String name) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(directory.resolve(name)), 1 << 16);
        return CsvTables.rows(new GZIPInputStream(file, 1 << 16));
    }
}
