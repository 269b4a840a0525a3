package org.vigie.training.cohort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Reads the MIMIC-IV Clinical Database Demo 2.2 (Johnson 2023). ICU stays come from its tables and measurements from its MEDS events. Only
 * the first ICU stay of each hospital admission is used.
 */
public final class MimicCohortReader {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Map<String, MimicItem> ITEMS = items();

    private final Path folder;
    private final Map<UnusedRowReason, Integer> faults = new EnumMap<>(UnusedRowReason.class);

    private MimicCohortReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the stays that last long enough.
     *
     * @param folder with {@code icu/icustays.csv.gz}, {@code hosp/patients.csv.gz} and {@code meds_events-dev.csv.gz}
     * @param atLeast shorter stays are left out
     * @throws IOException when a table is missing or no stay is left
     */
    public static Cohort read(String name, Path folder, Duration atLeast) throws IOException {
        var reader = new MimicCohortReader(folder);
        Map<String, List<MimicStayBuilder>> stays = reader.stays(atLeast);
        if (stays.isEmpty()) {
            throw new IOException(folder + " holds no stay of " + atLeast.toHours() + " hours");
        }
        rows(folder.resolve("meds_events-dev.csv.gz"), event -> event(event, stays));
        List<RecordedStay> recordings = stays.values().stream()
                .flatMap(List::stream)
                .map(MimicStayBuilder::recording)
                .sorted(Comparator.comparingInt(RecordedStay::id))
                .toList();
        return new Cohort(name, recordings, reader.faults);
    }

    /** Reads the rows of a {@code .csv.gz} with a header. @throws IOException naming the file */
    public static void rows(Path file, Consumer<NamedCsvRecord> taker) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(taker);
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(file + ": cannot be read", e);
        }
    }

    /** Reads the stays by subject. */
    private Map<String, List<MimicStayBuilder>> stays(Duration atLeast) throws IOException {
        Map<String, NamedCsvRecord> patients = new HashMap<>();
        rows(folder.resolve("hosp/patients.csv.gz"), row -> patients.put(row.getField("subject_id"), row));
        List<NamedCsvRecord> rows = new ArrayList<>();
        rows(folder.resolve("icu/icustays.csv.gz"), rows::add);
        Set<String> admissions = new HashSet<>();
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.getField("intime")))
                .filter(row -> admissions.add(row.getField("hadm_id")))
                .map(row -> new MimicStayBuilder(row, patients.get(row.getField("subject_id")), faults))
                .filter(stay -> stay.length().compareTo(atLeast) >= 0)
                .collect(Collectors.groupingBy(MimicStayBuilder::subject));
    }

    private static void event(NamedCsvRecord event, Map<String, List<MimicStayBuilder>> stays) {
        MimicItem item = item(event.getField("code"));
        String value = event.getField("value");
        List<MimicStayBuilder> theirs = stays.get(event.getField("subject_id"));
        if (item != null && theirs != null && !value.isEmpty()) {
            LocalDateTime time = LocalDateTime.parse(event.getField("time"), TIME);
            // The table holds numbers rounded to single precision: 1.7999999523162842 was 1.8.
            double number = Double.parseDouble(Float.toString(Float.parseFloat(value)));
            theirs.forEach(stay -> stay.offer(time, item.variable(), number, item.unit()));
        }
    }

    /** Parses {@code LAB//<item>//<unit>} and {@code SUBJECT_FLUID_OUTPUT//<item>//<unit>}; null for any other code. */
    private static MimicItem item(String code) {
        String[] parts = code.split("//", -1);
        return parts[0].equals("LAB") || parts[0].equals("SUBJECT_FLUID_OUTPUT") ? ITEMS.get(parts[1]) : null;
    }

    private static Map<String, MimicItem> items() {
        try (InputStream in = Objects.requireNonNull(
                        VariableCatalogue.class.getResourceAsStream("mimic-iv-items.csv"), "mimic-iv-items.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .collect(Collectors.toMap(
                            row -> row.getField("itemid"),
                            row -> new MimicItem(row.getField("variable"), row.getField("unit"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
