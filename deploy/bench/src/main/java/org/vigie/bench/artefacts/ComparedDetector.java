package org.vigie.bench.artefacts;

import java.util.Locale;

/** Lists the detectors that are compared in one run. */
enum ComparedDetector {
    LIVE,
    RETROSPECTIVE,
    HAMPEL,
    MEDIAN_DEVIATION,
    RANDOM_CUT_FOREST;

    ArtefactDetector detector() {
        return switch (this) {
            case LIVE -> new LiveCleanerDetector();
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
                && !(this == LIVE && grid.isEarly(variable, row));
    }

    /** Returns the name in JSON and in tables. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
