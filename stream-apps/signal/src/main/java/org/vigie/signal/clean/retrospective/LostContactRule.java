package org.vigie.signal.clean.retrospective;

import org.vigie.schemas.variable.VariableNames;

/**
 * Marks the values of a sensor that has lost the patient, where another sensor shows that the heart beats.
 *
 * <p>Zero beats beside the oximeter's pulse, pressures below 5 mmHg, a saturation of zero, and a temperature that falls faster than a body
 * can cool. Blood pressure in cardiac arrest stays above 5 mmHg (Repesse 2015: about 13 mmHg).
 */
final class LostContactRule implements RetrospectiveRule {
    private static final double BEATING = 25;
    private static final double NO_PRESSURE = 5;
    private static final double NO_BODY_FALL = 0.3;
    private static final double NO_BODY_JUMP = 1.5;
    private static final double WARMEST = 42;
    private static final int MINUTE = 60;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        SignalGrid signals = recording.signals();
        for (int row = 0; row < signals.rows(); row++) {
            markZeros(signals, row, marks);
        }
        if (SensorGroup.TEMPERATURE_PROBE.isIn(signals)) {
            markCooling(
                    recording.values(signals.indexOf(VariableNames.TEMP)), signals.indexOf(VariableNames.TEMP), marks);
        }
    }

    private static void markZeros(SignalGrid signals, int row, CellMarks marks) {
        if (signals.value(VariableNames.SPO2, row) == 0) {
            marks.markAll(SensorGroup.OXIMETER.places(signals), row, row + 1);
        }
        boolean beats = signals.value(VariableNames.PULSE_SPO2, row) >= BEATING;
        if (signals.value(VariableNames.HR, row) == 0 && beats) {
            marks.markAll(SensorGroup.ELECTRODES.places(signals), row, row + 1);
        }
        if (signals.value(VariableNames.ABP_SYS, row) < NO_PRESSURE) {
            marks.markAll(SensorGroup.ARTERIAL_LINE.places(signals), row, row + 1);
        }
    }

    /** Marks gradual falls of more than 0.3 degrees in a minute that end with a jump back: no body warms within a second. */
    private static void markCooling(double[] values, int place, CellMarks marks) {
        RowMedian median = new RowMedian(values);
        for (int row = 2 * MINUTE; row < values.length; row++) {
            double level = median.of(row - 2 * MINUTE, row - MINUTE);
            if (level < WARMEST && falls(median, row, level)) {
                row = markFall(median, row, level, place, marks);
            }
        }
    }

    /** Marks a fall that is gradual and ends with a jump, and returns the row after it; {@code row} itself for another fall. */
    private static int markFall(RowMedian median, int row, double level, int place, CellMarks marks) {
        double[] values = median.values();
        int end = end(values, row, level);
        int start = start(values, row, level);
        if (jumpsBack(median, end, level) && values[start - 1] - values[start] < NO_BODY_FALL) {
            marks.mark(place, start, end);
            return end + MINUTE;
        }
        return row;
    }

    private static boolean falls(RowMedian median, int row, double level) {
        double now = median.of(row - 2, row + 1);
        boolean steady = Math.abs(median.around(row - MINUTE, 2) - level) < 2 * NO_BODY_FALL;
        return steady && median.around(row - MINUTE, 2) - now > NO_BODY_FALL && level - now > 2 * NO_BODY_FALL;
    }

    private static boolean jumpsBack(RowMedian median, int end, double level) {
        double back = median.of(end, end + MINUTE);
        return end == median.values().length
                || (median.values()[end] - median.values()[end - 1] > NO_BODY_FALL && back - level < NO_BODY_JUMP);
    }

    private static int end(double[] values, int row, double level) {
        int end = row;
        while (end < values.length && values[end] < level - NO_BODY_FALL) {
            end++;
        }
        return end;
    }

    private static int start(double[] values, int row, double level) {
        int start = row;
        while (start > 1 && values[start - 1] < level - NO_BODY_FALL) {
            start--;
        }
        return start;
    }
}
