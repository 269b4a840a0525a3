package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Describes where a cohort comes from, in {@code extraction.txt} beside it. An extraction continues only in a folder of the same origin.
 *
 * @param source URL of the warehouse without its parameters
 * @param hours length of the beginning of each stay
 * @param atLeastHours shorter stays are left out
 */
record ExtractionManifest(
        WarehouseLayout layout, String version, String source, long hours, long atLeastHours, WarehouseNames names) {
    private static final String FILE = "extraction.txt";

    /**
     * Begins or continues an extraction.
     *
     * @throws IOException when the folder holds an extraction of another origin
     */
    void claim(CohortFolder folder) throws IOException {
        Path file = folder.directory().resolve(FILE);
        if (Files.exists(file) && !Files.readAllLines(file).equals(lines())) {
            throw new IOException(folder.directory() + " holds an extraction with other settings (" + file
                    + "); choose another folder for --out");
        }
        folder.replace(file, lines());
    }

    private List<String> lines() {
        return List.of(
                "layout " + layout,
                "statements " + version,
                "codes " + layout.codes().digest(),
                "source " + source,
                "hours " + hours,
                "at least hours " + atLeastHours,
                "names " + new TreeMap<>(names.values()));
    }
}
