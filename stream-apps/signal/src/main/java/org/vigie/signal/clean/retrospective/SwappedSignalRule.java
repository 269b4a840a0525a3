package org.vigie.signal.clean.retrospective;

import org.vigie.schemas.variable.VariableNames;

/**
 * Marks rows in which two signals stand in each other's place: a systolic below the diastolic pressure, or a respiration that beats with
 * the oximeter's pulse beside a heart rate that does not.
 */
final class SwappedSignalRule implements RetrospectiveRule {
    private static final double SAME_RATE = 12;
    private static final double OTHER_RATE = 20;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        SignalGrid signals = recording.signals();
        for (int row = 0; row < signals.rows(); row++) {
            if (signals.value(VariableNames.ABP_SYS, row) < signals.value(VariableNames.ABP_DIA, row)) {
                marks.mark(signals.indexOf(VariableNames.ABP_SYS), row);
                marks.mark(signals.indexOf(VariableNames.ABP_DIA), row);
            }
            if (ratesAreSwapped(signals, row)) {
                marks.markAll(SensorGroup.ELECTRODES.places(signals), row, row + 1);
            }
        }
    }

    private static boolean ratesAreSwapped(SignalGrid signals, int row) {
        double pulse = signals.value(VariableNames.PULSE_SPO2, row);
        return Math.abs(signals.value(VariableNames.RR, row) - pulse) < SAME_RATE
                && pulse - signals.value(VariableNames.HR, row) > OTHER_RATE;
    }
}
