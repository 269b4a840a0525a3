package org.vigie.bench.artefacts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Counts the cells that a detector finds rightly, finds wrongly, and misses. */
record DetectionCounts(
        @JsonProperty("found") long found,
        @JsonProperty("wrong") long wrong,
        @JsonProperty("missed") long missed) {
    static final DetectionCounts NONE = new DetectionCounts(0, 0, 0);

    /** Returns the counts with one more cell. */
    DetectionCounts with(boolean artefact, boolean marked) {
        return new DetectionCounts(
                found + (artefact && marked ? 1 : 0),
                wrong + (!artefact && marked ? 1 : 0),
                missed + (artefact && !marked ? 1 : 0));
    }

    DetectionCounts plus(DetectionCounts other) {
        return new DetectionCounts(found + other.found, wrong + other.wrong, missed + other.missed);
    }

    @JsonProperty("precision")
    double precision() {
        return share(found, found + wrong);
    }

    @JsonProperty("recall")
    double recall() {
        return share(found, found + missed);
    }

    /** Returns the harmonic mean of precision and recall. */
    @JsonProperty("f1")
    double f1() {
        return share(2 * found, 2 * found + wrong + missed);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 1_000.0;
    }
}
