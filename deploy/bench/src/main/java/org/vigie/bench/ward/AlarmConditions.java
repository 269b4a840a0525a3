package org.vigie.bench.ward;

import org.vigie.schemas.variable.VariableNames;

/** What a nurse is called for, whichever device measured it: a truth and an alarm are about the same thing when they share one. */
final class AlarmConditions {
    private AlarmConditions() {}

    /** @param variable of the catalogue */
    static String of(String variable) {
        return switch (variable) {
            case VariableNames.HR, VariableNames.PULSE_SPO2, VariableNames.PULSE_NIBP -> "rate";
            case VariableNames.ABP_SYS,
                    VariableNames.ABP_DIA,
                    VariableNames.ABP_MEAN,
                    VariableNames.NIBP_SYS,
                    VariableNames.NIBP_DIA,
                    VariableNames.NIBP_MEAN -> "pressure";
            default -> variable;
        };
    }
}
