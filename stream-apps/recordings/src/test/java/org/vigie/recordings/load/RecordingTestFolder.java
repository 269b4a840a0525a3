package org.vigie.recordings.load;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Locates the real recordings: {@code VIGIE_DATA}, or {@code ../shared/data} beside the repository. */
public final class RecordingTestFolder {
    private RecordingTestFolder() {}

    /** The directory. Without the data set the test is skipped with a message. */
    public static Path with(String dataSet) {
        String stated = System.getenv("VIGIE_DATA");
        Path directory = stated == null
                ? Path.of(System.getProperty("vigie.repository")).resolveSibling("shared/data")
                : Path.of(stated);
        boolean isThere = Files.isDirectory(directory.resolve(dataSet));
        if (!isThere) {
            System.err.println("SKIPPED: no " + dataSet + " in " + directory + "; set VIGIE_DATA to the data sets");
        }
        Assumptions.assumeTrue(isThere, dataSet);
        return directory;
    }
}
