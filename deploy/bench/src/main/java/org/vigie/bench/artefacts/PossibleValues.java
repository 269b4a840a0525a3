package org.vigie.bench.artefacts;

import java.util.Set;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/**
 * Says which recorded numbers of a variable can be measurements. Others are artefacts that nobody planted: an impossible number, and the
 * zero of an oximeter or of a pressure, which is above zero even in an arrest (Guyton 1954).
 */
record PossibleValues(Variable variable) {
    private static final Set<String> NEVER_ZERO = Set.of(
            VariableNames.SPO2,
            VariableNames.PULSE_SPO2,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN,
            VariableNames.NIBP_SYS,
            VariableNames.NIBP_DIA,
            VariableNames.NIBP_MEAN);

    boolean contain(double value) {
        boolean noSignal = value == 0 && NEVER_ZERO.contains(variable.name());
        return variable.hard().contains(value) && !noSignal;
    }
}
