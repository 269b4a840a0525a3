package org.vigie.bench.artefacts;

import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SignalGrid;

/**
 * Finds the true extremes of a recording without planted artefacts: possible values outside the alarm limits, or outside the soft range where
 * there are none, at least ten in a row on a monitor or two in a row on a chart.
 */
record TrueExtremes(SignalGrid grid) {
    private static final int SECONDS = 10;
    private static final int ENTRIES = 2;

    CellMarks cells() {
        CellMarks marks = CellMarks.none(grid);
        for (int place = 0; place < grid.variables().size(); place++) {
            mark(VariableCatalogue.standard().get(grid.variables().get(place)), place, marks);
        }
        return marks;
    }

    private void mark(Variable variable, int place, CellMarks marks) {
        List<Integer> run = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            boolean recorded = grid.has(place, row);
            if (recorded && isExtreme(variable, grid.values()[place][row])) {
                run.add(row);
            } else if (recorded || grid.continuous()) {
                end(run, place, marks);
            }
        }
        end(run, place, marks);
    }

    private void end(List<Integer> run, int place, CellMarks marks) {
        if (run.size() >= (grid.continuous() ? SECONDS : ENTRIES)) {
            run.forEach(row -> marks.mark(place, row));
        }
        run.clear();
    }

    /** Returns true for a possible value outside the usual limits. A pulse of zero from a sensor that needs one is no measurement. */
    private static boolean isExtreme(Variable variable, double value) {
        ValueRange usual = variable.alarm().equals(ValueRange.UNBOUNDED) ? variable.soft() : variable.alarm();
        boolean noSignal = value == 0
                && !variable.name().equals(VariableNames.HR)
                && !variable.name().equals(VariableNames.RR);
        return !usual.contains(value) && variable.hard().contains(value) && !noSignal;
    }
}
