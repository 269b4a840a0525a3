package org.vigie.signal.clean.retrospective;

/**
 * Marks rows in which the values of one sensor repeat for too long: all of at least three variables for 150 seconds, or the three arterial
 * pressures for 60 seconds.
 *
 * <p>In 40 BIDMC recordings of eight minutes all four variables were never unchanged together for more than 105 seconds.
 */
final class FrozenSignalRule implements RetrospectiveRule {
    private static final int WHOLE = 150;
    private static final int LINE = 60;
    private static final int LEAST_VARIABLES = 3;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        int[] all = recording.signals().places();
        if (all.length >= LEAST_VARIABLES) {
            markFrozen(recording, all, WHOLE, marks);
        }
        if (SensorGroup.ARTERIAL_LINE.isIn(recording.signals())) {
            markFrozen(recording, SensorGroup.ARTERIAL_LINE.places(recording.signals()), LINE, marks);
        }
    }

    private static void markFrozen(SeenRecording recording, int[] variables, int least, CellMarks marks) {
        int from = 1;
        for (int row = 1; row <= recording.signals().rows(); row++) {
            if (row == recording.signals().rows() || !repeats(recording, variables, row)) {
                if (row - from >= least) {
                    marks.markAll(variables, from, row);
                }
                from = row + 1;
            }
        }
    }

    /** Returns true when no recorded value of a row differs from the last one, and at least one was recorded. */
    private static boolean repeats(SeenRecording recording, int[] variables, int row) {
        boolean recorded = false;
        for (int variable : variables) {
            double[] values = recording.values(variable);
            double last = recording.lastValue(variable, row);
            if (!Double.isNaN(values[row]) && values[row] != last) {
                return false;
            }
            recorded |= !Double.isNaN(values[row]);
        }
        return recorded;
    }
}
