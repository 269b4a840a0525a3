package org.vigie.testing.recorded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Locates real recordings for tests.
 *
 * @param directory {@code VIGIE_DATA}, or {@code ../shared/data} beside the repository
 */
public record RecordedDataFolder(Path directory) {
    /** Finds the folder. */
    public static RecordedDataFolder find() {
        String stated = System.getenv("VIGIE_DATA");
        return new RecordedDataFolder(
                stated == null
                        ? Path.of(System.getProperty("vigie.repository")).resolveSibling("shared/data")
                        : Path.of(stated));
    }

    /** Returns the folder. Without the data set the test is skipped with a message. */
    public Path with(String dataSet) {
        boolean isThere = Files.isDirectory(directory.resolve(dataSet));
        if (!isThere) {
            System.err.println("SKIPPED: no " + dataSet + " in " + directory + "; set VIGIE_DATA to the data sets");
        }
        Assumptions.assumeTrue(isThere, dataSet);
        return directory;
    }
}
