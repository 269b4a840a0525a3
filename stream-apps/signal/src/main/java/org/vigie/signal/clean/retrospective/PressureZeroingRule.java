package org.vigie.signal.clean.retrospective;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Marks the drift before a transducer was zeroed: all arterial pressures step by the same amount within a second.
 *
 * <p>The drift is taken as a ramp that ends at the step. Its start is the one for which the pressures without the ramp vary least. Rows with
 * at least 4 mmHg of drift are marked.
 */
final class PressureZeroingRule implements RetrospectiveRule {
    private static final int SIDE = 20;
    private static final double LEAST_STEP = 9;
    private static final double SAME = 8;
    private static final double LASTING = 0.5;
    private static final double VISIBLE = 6;
    private static final int SHORTEST = 300;
    private static final int LONGEST = 2_400;
    private static final int CANDIDATES = 60;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        if (SensorGroup.ARTERIAL_LINE.isIn(recording.signals())) {
            markDrifts(recording, marks);
        }
    }

    private static void markDrifts(SeenRecording recording, CellMarks marks) {
        int[] places = SensorGroup.ARTERIAL_LINE.places(recording.signals());
        List<double[]> pressures =
                IntStream.of(places).mapToObj(recording::values).toList();
        for (int row = SHORTEST; row < recording.signals().rows() - SIDE; row++) {
            double step = step(pressures, row);
            if (step != 0 && !SensorStep.at(recording.signals(), row).isOfSeveralSensors()) {
                markRamp(pressures, row, -step, places, marks);
                row += SIDE;
            }
        }
    }

    /** Returns by how much all pressures step within a second; 0 when they do not step by the same amount. */
    private static double step(List<double[]> pressures, int row) {
        double[] steps = pressures.stream()
                .mapToDouble(values -> values[row] - values[row - 1])
                .sorted()
                .toArray();
        double least = steps[0];
        double most = steps[steps.length - 1];
        boolean same = most - least <= SAME && least * most > 0;
        double step = (least + most) / 2;
        boolean large = same && Math.abs(step) >= LEAST_STEP;
        return large && isAlone(pressures, row, step) && lasts(pressures, row, step) ? step : 0;
    }

    /** Returns true when the seconds before and after do not step, so that the step is no part of a ramp. */
    private static boolean isAlone(List<double[]> pressures, int row, double step) {
        return pressures.stream()
                .allMatch(values -> Math.abs(values[row - 1] - values[row - 2]) < Math.abs(step) / 2
                        && Math.abs(values[row + 1] - values[row]) < Math.abs(step) / 2);
    }

    private static boolean lasts(List<double[]> pressures, int row, double step) {
        return pressures.stream()
                .map(RowMedian::new)
                .mapToDouble(median -> median.of(row, row + SIDE) - median.of(row - SIDE, row))
                .allMatch(level -> level / step > LASTING);
    }

    private static void markRamp(List<double[]> pressures, int end, double size, int[] places, CellMarks marks) {
        int start = end - SHORTEST;
        double smallest = Double.POSITIVE_INFINITY;
        for (int length = SHORTEST; length <= Math.min(LONGEST, end); length += CANDIDATES) {
            double left = new RampFit(end - length, end, size).variation(pressures, Math.max(0, end - LONGEST));
            start = left < smallest ? end - length : start;
            smallest = Math.min(smallest, left);
        }
        int visible = start + (int) Math.ceil((end - start) * Math.min(1, VISIBLE / Math.abs(size)));
        marks.markAll(places, visible, end);
    }
}
