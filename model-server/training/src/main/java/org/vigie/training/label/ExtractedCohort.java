package org.vigie.training.label;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads a folder that {@code ./vigie extract} wrote: the stays, their outcomes, and the unit of each stay. */
public record ExtractedCohort(Path folder) {
    private static final String UNIT = "care_unit";

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
        Path file = existing("stays.csv");
        Map<Integer, String> units = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                units.put(Integer.valueOf(row.getField("RecordID")), unit(row, file));
            }
        }
        return units;
    }

    private static String unit(NamedCsvRecord row, Path file) throws IOException {
        String unit = row.findField(UNIT)
                .orElseThrow(() -> new IOException(file + ": has no column " + UNIT
                        + "; run the same ./vigie extract again, which writes this file anew"));
        return unit.isBlank() ? "unknown" : unit;
    }

    private Path existing(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new IOException(file + ": missing; expected a folder that ./vigie extract wrote");
        }
        return file;
    }
}
