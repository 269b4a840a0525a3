package org.vigie.training.label;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.training.cohort.Cohort;

/** Reads a folder that {@code ./vigie extract} wrote: the stays, their outcomes, and the unit, length and patient of each. */
public record ExtractedCohort(Path folder) {
    private static final String STAYS = "stays.csv";

    /** Tells whether a folder of stays was written by {@code ./vigie extract}. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(STAYS));
    }

    /** Returns the folder of the stays. */
    public Path set() {
        return folder.resolve("set-a");
    }

    /** @throws IOException when the folder holds no outcomes */
    public CohortOutcomes outcomes() throws IOException {
        return CohortOutcomes.read(existing("Outcomes-a.txt"));
    }

    /**
     * Returns the unit of each stay by its RecordID.
     *
     * @throws IOException when {@code stays.csv} is missing or was written before it held units
     */
    public Map<Integer, String> units() throws IOException {
        Map<Integer, String> units = column("care_unit");
        units.replaceAll((record, unit) -> unit.isBlank() ? "unknown" : unit);
        return units;
    }

    /** Returns the patient of each stay by its RecordID: one patient can have several stays. */
    public Map<Integer, String> persons() throws IOException {
        return column("person_id");
    }

    /**
     * Keeps the stays that lasted at least some hours in the unit. What a model sees "after 48 hours" of a shorter one tells its end.
     *
     * @throws IOException when {@code stays.csv} is missing or was written before it held lengths
     */
    public Cohort lasting(int hours, Cohort cohort) throws IOException {
        Map<Integer, String> lengths = column("hours");
        return new Cohort(
                cohort.name(),
                cohort.recordings().stream()
                        .filter(stay -> Double.parseDouble(lengths.getOrDefault(stay.id(), "0")) >= hours)
                        .toList(),
                cohort.faults());
    }

    private Map<Integer, String> column(String name) throws IOException {
        Path file = existing(STAYS);
        Map<Integer, String> values = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String value = row.findField(name)
                        .orElseThrow(() -> new IOException(file + ": has no column " + name
                                + "; run the same ./vigie extract again, which writes this file anew"));
                values.put(Integer.valueOf(row.getField("RecordID")), value);
            }
        }
        return values;
    }

    private Path existing(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new IOException(file + ": missing; expected a folder that ./vigie extract wrote");
        }
        return file;
    }
}
