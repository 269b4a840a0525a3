package org.vigie.signal.clean;

import java.util.Set;
import org.vigie.schemas.variable.VariableNames;

/**
 * Detects a zero from a sensor that needs a pulse. It is no measurement: an oximeter without a finger, or an arterial line open to air.
 *
 * <p>Even in cardiac arrest arterial pressure stays above zero (mean systemic filling pressure, about 7 mmHg: Guyton 1954). A zero of heart
 * rate, respiration or end-tidal CO2 is kept, because asystole and apnoea are real.
 */
final class NoSignalRule {
    private static final Set<String> NEEDS_A_PULSE = Set.of(
            VariableNames.SPO2,
            VariableNames.PULSE_SPO2,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN);

    private NoSignalRule() {}

    static boolean is(String variable, double value) {
        return value == 0 && NEEDS_A_PULSE.contains(variable);
    }
}
