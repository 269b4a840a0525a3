package org.vigie.signal.clean.retrospective;

import java.util.Map;
import org.vigie.schemas.variable.VariableNames;

/**
 * Marks values that leave the level of their surroundings abruptly, and return abruptly within ten seconds. A real change of the patient
 * is a ramp or lasts.
 */
final class TransientRule implements RetrospectiveRule {
    private static final int LONGEST = 10;
    private static final int SIDE = 15;
    /** Largest plausible distance from the level, in the unit of the variable. */
    private static final Map<String, Double> DISTANCES = Map.of(
            VariableNames.HR, 18.0,
            VariableNames.PULSE_SPO2, 18.0,
            VariableNames.RR, 7.0,
            VariableNames.SPO2, 5.0,
            VariableNames.TEMP, 0.8,
            VariableNames.ABP_SYS, 35.0,
            VariableNames.ABP_DIA, 25.0,
            VariableNames.ABP_MEAN, 30.0);

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        for (int place = 0; place < recording.signals().variables().size(); place++) {
            Double distance = DISTANCES.get(recording.signals().variables().get(place));
            if (distance != null) {
                markTransients(recording.values(place), distance, place, marks);
            }
        }
    }

    private static void markTransients(double[] values, double distance, int place, CellMarks marks) {
        RowMedian median = new RowMedian(values);
        int row = 1;
        while (row < values.length) {
            int end = end(values, median, row, distance);
            if (end > row) {
                marks.mark(place, row, end);
            }
            row = Math.max(end, row + 1);
        }
    }

    /** Returns the row after the excursion that begins at {@code row}; {@code row} itself when none begins. */
    private static int end(double[] values, RowMedian median, int row, double distance) {
        double before = median.of(row - SIDE, row);
        double sign = Math.signum(values[row] - before);
        int end = row;
        while (end < values.length && sign * (values[end] - before) > distance && end - row <= LONGEST) {
            end++;
        }
        boolean jumps = Math.abs(values[row] - values[row - 1]) > distance / 2;
        boolean ends = end > row && end < values.length && end - row <= LONGEST;
        boolean returns = ends && Math.abs(values[end] - before) <= distance;
        return jumps && returns && sign * (values[end - 1] - values[end]) > distance / 2 ? end : row;
    }
}
