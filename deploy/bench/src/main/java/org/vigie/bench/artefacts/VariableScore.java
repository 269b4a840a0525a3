package org.vigie.bench.artefacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Holds the counts of one detector for one kind of artefact and one variable. */
record VariableScore(
        @JsonProperty("kind") String kind,
        @JsonProperty("variable") String variable,
        @JsonProperty("detector") String detector,
        @JsonUnwrapped DetectionCounts counts) {

    /** Returns true for a detector of Vigie, false for a baseline. */
    boolean isOfVigie() {
        return detector.startsWith(ComparedDetector.LIVE.key())
                || detector.equals(ComparedDetector.RETROSPECTIVE.key());
    }

    @Override
    public String toString() {
        return "%-17s %-12s %-14s %9.3f %9.3f %9.3f"
                .formatted(kind, variable, detector, counts.precision(), counts.recall(), counts.f1());
    }
}
