package org.vigie.signal.clean.retrospective;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableNames;

/**
 * Describes which signals step at one row, and their levels on both sides.
 *
 * @param before level of each signal over the ten rows before
 * @param after level over the ten rows from {@code row} on
 * @param stepped true for a signal that steps within one row
 */
record SensorStep(SignalGrid signals, int row, double[] before, double[] after, boolean[] stepped) {
    /** Number of rows that give a level. */
    static final int SIDE = 10;

    private static final int LEAST_SIGNALS = 2;
    /** Groups of signals; one event of the patient can change one group within a second, not two. */
    private static final List<List<String>> INDEPENDENT = List.of(
            List.of(VariableNames.HR, VariableNames.PULSE_SPO2),
            List.of(VariableNames.RR),
            List.of(VariableNames.SPO2),
            List.of(VariableNames.TEMP),
            SensorGroup.ARTERIAL_LINE.variables());
    /** Smallest step that is no noise, in the unit of the variable. */
    private static final Map<String, Double> STEPS = Map.of(
            VariableNames.HR, 6.0,
            VariableNames.PULSE_SPO2, 6.0,
            VariableNames.RR, 4.0,
            VariableNames.SPO2, 2.0,
            VariableNames.TEMP, 0.3,
            VariableNames.ABP_SYS, 10.0,
            VariableNames.ABP_DIA, 7.0,
            VariableNames.ABP_MEAN, 8.0);

    static SensorStep at(SignalGrid signals, int row) {
        int count = signals.variables().size();
        SensorStep step = new SensorStep(signals, row, new double[count], new double[count], new boolean[count]);
        for (int variable = 0; variable < count; variable++) {
            step.measure(variable);
        }
        return step;
    }

    private void measure(int variable) {
        double[] values = signals.values()[variable];
        double least = STEPS.getOrDefault(signals.variables().get(variable), Double.POSITIVE_INFINITY);
        if (Math.abs(values[row] - values[row - 1]) >= 0.6 * least) {
            RowMedian median = new RowMedian(values);
            before[variable] = median.of(row - SIDE, row);
            after[variable] = median.of(row, row + SIDE);
            stepped[variable] = Math.abs(after[variable] - before[variable]) >= least;
        }
    }

    /** Returns true when at least two signals of two sensors step that do not depend on each other. */
    boolean isOfSeveralSensors() {
        return INDEPENDENT.stream().filter(this::hasStepped).count() >= LEAST_SIGNALS
                && Arrays.stream(SensorGroup.values())
                                .filter(sensor -> hasStepped(sensor.variables()))
                                .count()
                        >= LEAST_SIGNALS;
    }

    private boolean hasStepped(List<String> variables) {
        return Arrays.stream(signals.placesOf(variables)).anyMatch(place -> place >= 0 && stepped[place]);
    }

    /** Returns true when at least half of the signals return to their levels at a later row, or step back there. */
    boolean isUndoneBy(SensorStep later) {
        long returned = moved().filter(variable -> returns(variable, later)).count();
        return 2 * returned >= moved().count();
    }

    /** Returns true when at least one of the signals steps back at a later row, and all are back at their levels then. */
    boolean isLastUndoneBy(SensorStep later) {
        return moved().anyMatch(variable -> stepsBack(variable, later))
                && moved().allMatch(variable -> isBack(variable, later));
    }

    private IntStream moved() {
        return IntStream.of(signals.places()).filter(variable -> stepped[variable]);
    }

    private boolean returns(int variable, SensorStep later) {
        return isBack(variable, later) || stepsBack(variable, later);
    }

    private boolean isBack(int variable, SensorStep later) {
        double level = new RowMedian(signals.values()[variable]).of(later.row(), later.row() + SIDE);
        return Math.abs(level - before[variable]) <= Math.abs(after[variable] - before[variable]) / 2;
    }

    private boolean stepsBack(int variable, SensorStep later) {
        double size = after[variable] - before[variable];
        return later.stepped[variable] && size * (later.after[variable] - later.before[variable]) < 0;
    }
}
