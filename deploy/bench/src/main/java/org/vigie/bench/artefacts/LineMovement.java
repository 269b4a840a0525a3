package org.vigie.bench.artefacts;

import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.RowMedian;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Describes how far the arterial pressures have moved since a row, in mmHg; the level before is that of two minutes. */
record LineMovement(double systolic, double diastolic) {
    /** Number of rows that give the level before. */
    static final int BEFORE = 120;

    private static final int MINUTE = 60;

    static LineMovement of(SignalGrid grid, int from, int row) {
        return new LineMovement(
                moved(grid, VariableNames.ABP_SYS, from, row), moved(grid, VariableNames.ABP_DIA, from, row));
    }

    private static double moved(SignalGrid grid, String variable, int from, int row) {
        RowMedian median = new RowMedian(grid.values()[grid.indexOf(variable)]);
        return median.of(row - MINUTE + 1, row + 1) - median.of(from - BEFORE, from);
    }

    /** Returns the movement with a common shift of both pressures. */
    LineMovement shifted(double shift) {
        return new LineMovement(systolic + shift, diastolic + shift);
    }

    boolean isKnown() {
        return Double.isFinite(systolic + diastolic);
    }
}
