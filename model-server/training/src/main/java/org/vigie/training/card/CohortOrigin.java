package org.vigie.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.signal.text.LocalizedText;
import org.vigie.training.cohort.Cohort;

/** Says on a model card which stays a model learnt from, and what follows from that. */
public sealed interface CohortOrigin permits ChallengeOrigin, ExtractionOrigin {
    /**
     * Finds the origin of a folder: an extraction leaves {@code extraction.txt} there.
     *
     * @throws IOException when that file cannot be read
     */
    static CohortOrigin of(Path data) throws IOException {
        Path manifest = data.resolve("extraction.txt");
        return Files.exists(manifest) ? ExtractionOrigin.read(manifest) : new ChallengeOrigin();
    }

    /** Names the data. */
    String text(List<Cohort> cohorts);

    String licence();

    String attribution();

    /** Names the patients, for readers of a score. */
    LocalizedText population();

    /** Names what the origin does not allow to conclude. */
    List<String> limits();
}
