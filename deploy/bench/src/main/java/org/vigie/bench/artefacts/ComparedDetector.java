package org.vigie.bench.artefacts;

import java.util.Locale;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.RetrospectiveDetector;

/** Lists the detectors that are compared in one run. */
enum ComparedDetector {
    /** The rules of the shipped models. */
    LIVE,
    /** The rules with {@code cleaning.revision: 1}. */
    LIVE_REVISION_1,
    RETROSPECTIVE,
    HAMPEL,
    MEDIAN_DEVIATION,
    RANDOM_CUT_FOREST;

    ArtefactDetector detector() {
        return switch (this) {
            case LIVE -> new LiveCleanerDetector(CleaningRevision.SHIPPED);
            case LIVE_REVISION_1 -> new LiveCleanerDetector(CleaningRevision.FIRST);
            case RETROSPECTIVE -> new RetrospectiveDetector();
            case HAMPEL -> new HampelDetector();
            case MEDIAN_DEVIATION -> new MedianDeviationDetector();
            case RANDOM_CUT_FOREST -> new RandomCutForestDetector();
        };
    }

    /** Returns true when a cell counts for this detector. */
    boolean counts(DisturbedGrid grid, int variable, int row) {
        return grid.clean().has(variable, row)
                && !grid.isUndecided(variable, row)
                && !(isLive() && grid.isEarly(variable, row));
    }

    private boolean isLive() {
        return this == LIVE || this == LIVE_REVISION_1;
    }

    /** Returns the name in JSON and in tables. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
