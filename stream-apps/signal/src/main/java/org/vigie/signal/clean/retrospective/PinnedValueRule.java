package org.vigie.signal.clean.retrospective;

import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Marks values that stay exactly equal for at least five rows at or above the soft range. A living signal varies. A variable whose normal
 * values reach the end of its range, such as saturation, is left out.
 */
final class PinnedValueRule implements RetrospectiveRule {
    private static final int LEAST = 5;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        for (int place = 0; place < recording.signals().variables().size(); place++) {
            Variable variable = VariableCatalogue.standard()
                    .get(recording.signals().variables().get(place));
            double limit = variable.soft().high();
            if (!variable.alarm().contains(limit)) {
                markPinned(recording.values(place), limit, place, marks);
            }
        }
    }

    private static void markPinned(double[] values, double limit, int place, CellMarks marks) {
        int from = 0;
        for (int row = 1; row <= values.length; row++) {
            if (row == values.length || values[row] != values[from]) {
                if (row - from >= LEAST && values[from] >= limit) {
                    marks.mark(place, from, row);
                }
                from = row;
            }
        }
    }
}
