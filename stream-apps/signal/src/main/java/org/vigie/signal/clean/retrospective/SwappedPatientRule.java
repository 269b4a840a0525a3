package org.vigie.signal.clean.retrospective;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Marks an interval of 1 to 15 minutes in which several sensors step away together within a second and later return to their levels. At its end
 * several sensors step back, or at least one of them does while all the others are back.
 */
final class SwappedPatientRule implements RetrospectiveRule {
    private static final int SHORTEST = 60;
    private static final int LONGEST = 900;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        SignalGrid signals = recording.signals();
        for (int row = SensorStep.SIDE; row < signals.rows() - SensorStep.SIDE; row++) {
            SensorStep step = SensorStep.at(signals, row);
            if (step.isOfSeveralSensors()) {
                row = markSwap(step, marks) + SensorStep.SIDE / 2;
            }
        }
    }

    /** Marks the interval that begins with a step, if there is one. Returns its end, or the row of the step. */
    private static int markSwap(SensorStep away, CellMarks marks) {
        OptionalInt end = end(away);
        end.ifPresent(until -> marks.markAll(away.signals().places(), away.row(), until));
        return end.orElse(away.row());
    }

    private static OptionalInt end(SensorStep away) {
        SignalGrid signals = away.signals();
        int last = Math.min(away.row() + LONGEST, signals.rows() - SensorStep.SIDE - 1);
        return IntStream.rangeClosed(away.row() + SHORTEST, last)
                .filter(row -> isEnd(away, SensorStep.at(signals, row)))
                .findFirst();
    }

    private static boolean isEnd(SensorStep away, SensorStep back) {
        return (back.isOfSeveralSensors() && away.isUndoneBy(back)) || away.isLastUndoneBy(back);
    }
}
