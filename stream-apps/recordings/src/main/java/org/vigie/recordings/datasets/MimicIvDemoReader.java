package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Reads the MIMIC-IV Clinical Database Demo 2.2 (Johnson 2023) as MEDS events. An ICU stay is an interval of {@code icustays}; its events are
 * those of its subject within it whose item {@code mimic-iv-items.csv} names. Where the three parts of the Glasgow score stand at one
 * instant, their sum is sent with them, as the variable table says.
 */
public final class MimicIvDemoReader {
    private static final String EVENTS = "mimic-iv-demo/meds_events-dev.csv.gz";
    private static final String STAYS = "mimic-iv-demo/icu/icustays.csv.gz";
    private static final String PATIENTS = "mimic-iv-demo/hosp/patients.csv.gz";
    private static final Duration SHORTEST = Duration.ofHours(12);
    private static final Map<String, NamedCsvRecord> ITEMS = CsvTables.rows(
                    VariableCatalogue.class, "mimic-iv-items.csv")
            .collect(Collectors.toMap(row -> row.getField("itemid"), Function.identity()));

    private MimicIvDemoReader() {}

    /** Returns true when the tables lie in a folder. */
    public static boolean isIn(Path directory) {
        return Stream.of(EVENTS, STAYS, PATIENTS)
                .allMatch(name -> directory.resolve(name).toFile().isFile());
    }

    /** Reads {@code count} stays of half a day or more in the order of their ids, after {@code skip} others. */
    public static List<StayRecording> read(Path directory, int skip, int count) throws IOException {
        List<MimicIcuStay> stays = stays(directory, skip, count);
        readEvents(directory, stays);
        return recordings(directory, stays);
    }

    private static List<MimicIcuStay> stays(Path directory, int skip, int count) throws IOException {
        try (Stream<NamedCsvRecord> rows = table(directory, STAYS)) {
            return rows.map(MimicIcuStay::of)
                    .filter(stay -> stay.length().compareTo(SHORTEST) >= 0)
                    .sorted(Comparator.comparing(MimicIcuStay::id))
                    .skip(skip)
                    .limit(count)
                    .toList();
        }
    }

    private static void readEvents(Path directory, List<MimicIcuStay> stays) throws IOException {
        Map<String, List<MimicIcuStay>> bySubject =
                stays.stream().collect(Collectors.groupingBy(MimicIcuStay::subject));
        try (Stream<NamedCsvRecord> events = table(directory, EVENTS)) {
            events.forEach(event -> add(event, bySubject.getOrDefault(event.getField("subject_id"), List.of())));
        }
    }

    private static void add(NamedCsvRecord event, List<MimicIcuStay> stays) {
        Optional<NamedCsvRecord> item = item(event.getField("code"));
        String value = event.getField("value");
        if (item.isPresent() && !stays.isEmpty() && !value.isEmpty()) {
            String variable = item.get().getField("variable");
            RecordedValue read =
                    RecordedValue.of(variable, number(value), item.get().getField("unit"));
            stays.forEach(stay -> stay.add(event.getField("time"), read));
        }
    }

    /** Returns the item of {@code LAB//<item>//<unit>} and {@code SUBJECT_FLUID_OUTPUT//<item>//<unit>}. Empty when it is not played. */
    private static Optional<NamedCsvRecord> item(String code) {
        if (!code.startsWith("LAB//") && !code.startsWith("SUBJECT_FLUID_OUTPUT//")) {
            return Optional.empty();
        }
        return Optional.ofNullable(ITEMS.get(code.split("//", -1)[1]));
    }

    /** Reads a number. The table holds 1.8 as 1.7999999523162842: it went through single precision. */
    private static double number(String field) {
        return Double.parseDouble(Float.toString(Float.parseFloat(field)));
    }

    private static List<StayRecording> recordings(Path directory, List<MimicIcuStay> stays) throws IOException {
        Map<String, NamedCsvRecord> patients = new HashMap<>();
        try (Stream<NamedCsvRecord> rows = table(directory, PATIENTS)) {
            rows.forEach(row -> patients.put(row.getField("subject_id"), row));
        }
        return stays.stream()
                .map(stay -> stay.recording(patients.get(stay.subject())))
                .toList();
    }

    private static Stream<NamedCsvRecord> table(Path directory, String name) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(directory.resolve(name)), 1 << 16);
        return CsvTables.rows(new GZIPInputStream(file, 1 << 16));
    }
}
