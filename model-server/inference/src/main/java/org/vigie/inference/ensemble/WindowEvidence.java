package org.vigie.inference.ensemble;

import org.vigie.inference.bundle.EvidenceFloor;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/**
 * Counts what was measured in a window.
 *
 * @param cells measured cells, hours x series
 * @param series series that were measured at least once
 * @param hours since the first measured one, 0 to 48
 */
record WindowEvidence(int cells, int series, int hours) {
    static WindowEvidence in(ScoreRequest window) {
        boolean[] seen = new boolean[HourlyGrid.SERIES];
        int cells = 0;
        int series = 0;
        for (int cell = 0; cell < ScoreRequest.CELLS; cell++) {
            if (window.measured()[cell] > 0) {
                cells++;
                series += seen[cell % HourlyGrid.SERIES] ? 0 : 1;
                seen[cell % HourlyGrid.SERIES] = true;
            }
        }
        return new WindowEvidence(cells, series, window.hoursSeen());
    }

    boolean isBelow(EvidenceFloor floor) {
        return cells < floor.measuredCells() || series < floor.measuredSeries();
    }

    /** Returns the share of the cells since the first measured hour that were not measured, 0 to 1; 1 when nothing was measured. */
    double imputedShare() {
        return hours == 0 ? 1 : 1 - (double) cells / (hours * HourlyGrid.SERIES);
    }
}
