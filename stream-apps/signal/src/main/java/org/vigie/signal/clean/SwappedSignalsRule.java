package org.vigie.signal.clean;

import static org.vigie.schemas.variable.VariableNames.ABP_DIA;
import static org.vigie.schemas.variable.VariableNames.ABP_SYS;
import static org.vigie.schemas.variable.VariableNames.HR;
import static org.vigie.schemas.variable.VariableNames.PULSE_SPO2;
import static org.vigie.schemas.variable.VariableNames.RR;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Detects two signals of one message in each other's place.
 *
 * @param values value of each variable in the catalogue's unit; NaN when the message does not hold it
 */
record SwappedSignalsRule(ToDoubleFunction<String> values) {
    private static final double SAME_RATE = 12;
    private static final double OTHER_RATE = 20;

    /** Compares readings in the catalogue's units. A variable with two sources is left out. */
    static SwappedSignalsRule of(List<Reading> readings) {
        return new SwappedSignalsRule(variable -> onlyValue(readings, variable));
    }

    private static double onlyValue(List<Reading> readings, String variable) {
        double only = Double.NaN;
        int sources = 0;
        for (Reading reading : readings) {
            if (reading.variable().equals(variable)) {
                only = reading.value();
                sources++;
            }
        }
        return sources == 1 ? only : Double.NaN;
    }

    boolean isSwapped() {
        return arePressuresSwapped() || areRatesSwapped();
    }

    /** Returns true for a systolic pressure below the diastolic one. */
    boolean arePressuresSwapped() {
        return value(ABP_SYS) < value(ABP_DIA);
    }

    /** Returns true for a respiration that counts the pulse beside a heart rate that does not. */
    boolean areRatesSwapped() {
        double pulse = value(PULSE_SPO2);
        return Math.abs(value(RR) - pulse) < SAME_RATE && pulse - value(HR) > OTHER_RATE;
    }

    private double value(String variable) {
        return values.applyAsDouble(variable);
    }
}
