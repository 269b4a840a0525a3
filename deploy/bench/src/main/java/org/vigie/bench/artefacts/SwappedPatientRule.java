package org.vigie.bench.artefacts;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks an interval of 1 to 15 minutes in which several sensors step away together within a second and later step back to their levels.
 */
final class SwappedPatientRule implements RetrospectiveRule {
    private static final int SHORTEST = 60;
    private static final int LONGEST = 900;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        List<SensorStep> steps = steps(recording.signals());
        for (int number = 0; number < steps.size(); number++) {
            for (int later = number + 1; later < steps.size(); later++) {
                if (isSwap(steps.get(number), steps.get(later))) {
                    int until = steps.get(later).row();
                    marks.markAll(
                            recording.signals().places(), steps.get(number).row(), until);
                    number = later;
                }
            }
        }
    }

    private static boolean isSwap(SensorStep away, SensorStep back) {
        int length = back.row() - away.row();
        return length >= SHORTEST && length <= LONGEST && away.isUndoneBy(back);
    }

    private static List<SensorStep> steps(SignalGrid signals) {
        List<SensorStep> steps = new ArrayList<>();
        for (int row = SensorStep.SIDE; row < signals.rows() - SensorStep.SIDE; row++) {
            SensorStep step = SensorStep.at(signals, row);
            if (step.isOfSeveralSensors()) {
                steps.add(step);
                row += SensorStep.SIDE / 2;
            }
        }
        return steps;
    }
}
