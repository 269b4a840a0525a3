package org.vigie.training.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of one stay as they stand in a set of PhysioNet-2012.
 *
 * @param set a folder or a {@code .tar.gz}
 */
public record StayFileLines(Path set, int stay) {
    /** @throws IOException when the set cannot be read or has no such stay */
    public List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        new CohortFiles(set).forEach((name, content) -> {
            if (name.matches("(?:.*/)?" + stay + "\\.(?:txt|csv)")) {
                lines.addAll(new String(content, StandardCharsets.UTF_8).lines().toList());
            }
        });
        if (lines.isEmpty()) {
            throw new IOException(set + ": has no stay " + stay);
        }
        return lines;
    }

    /** Returns the stay as training reads it. */
    public RecordedStay recording() throws IOException {
        return Physionet2012CohortReader.stay(stay, String.join("\n", lines()));
    }
}
