package org.vigie.signal.clean.retrospective;

import java.util.Arrays;

/**
 * Marks rows whose stamp is more than five seconds off the usual difference between stamp and arrival. The usual difference is none where
 * some rows have none, else the median.
 */
final class ClockOffsetRule implements RetrospectiveRule {
    private static final double TOLERANCE = 5;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        double[] offsets = new double[recording.signals().rows()];
        Arrays.setAll(
                offsets, row -> recording.stamps()[row] - recording.signals().seconds()[row]);
        double usual = usual(offsets);
        int[] all = recording.signals().places();
        for (int row = 0; row < offsets.length; row++) {
            if (Math.abs(offsets[row] - usual) > TOLERANCE) {
                marks.markAll(all, row, row + 1);
            }
        }
    }

    private static double usual(double[] offsets) {
        boolean isRight = Arrays.stream(offsets).anyMatch(offset -> Math.abs(offset) <= TOLERANCE);
        return isRight ? 0 : new RowMedian(offsets).of(0, offsets.length);
    }
}
