package org.vigie.signal.impute;

import org.vigie.signal.clean.retrospective.RetrospectiveDetector;

/** Says how the stays that a model learns from are prepared where that differs from live windows. Live windows do not use it. */
public record TrainingPreparation(TrainingCleaning clean, TrainingImputation impute) {
    /** Stays are prepared as live windows are. */
    public static final TrainingPreparation AS_LIVE =
            new TrainingPreparation(TrainingCleaning.LIVE, TrainingImputation.LAST_VALUE);

    /** Says which values are left out. */
    public enum TrainingCleaning {
        /** Those that the live stream does not keep. */
        LIVE,
        /** Those, and artefacts that only the values before and after show. */
        RETROSPECTIVE
    }

    /** Says what an hour without a measurement holds. */
    public enum TrainingImputation {
        /** The last value, as in live windows. */
        LAST_VALUE,
        /** An estimate from all hours of the window. */
        TWO_SIDED
    }

    /** Returns the rules for the digest of a recipe, with the revision of the detector that cleans. */
    String canonical() {
        String revision = clean == TrainingCleaning.RETROSPECTIVE ? " " + RetrospectiveDetector.REVISION : "";
        return "training " + clean + revision + " " + impute;
    }
}
