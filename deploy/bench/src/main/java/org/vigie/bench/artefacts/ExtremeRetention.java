package org.vigie.bench.artefacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Counts the true extremes of recordings without planted artefacts, and those that a detector keeps. */
record ExtremeRetention(
        @JsonProperty("kept") long kept,
        @JsonProperty("extremes") long extremes) {
    static final ExtremeRetention NONE = new ExtremeRetention(0, 0);

    /** Returns the counts with the extremes of one recording. */
    ExtremeRetention with(CellMarks extreme, CellMarks marked, SignalGrid grid) {
        long all = 0;
        long taken = 0;
        for (int place = 0; place < grid.variables().size(); place++) {
            for (int row = 0; row < grid.rows(); row++) {
                all += extreme.at(place, row) ? 1 : 0;
                taken += extreme.at(place, row) && marked.at(place, row) ? 1 : 0;
            }
        }
        return new ExtremeRetention(kept + all - taken, extremes + all);
    }

    @JsonProperty("share")
    double share() {
        return extremes == 0 ? 1 : Math.round(10_000.0 * kept / extremes) / 10_000.0;
    }
}
