package org.vigie.bench.ward;

import org.vigie.schemas.variable.VariableNames;

/** Names what a variable's alarm is about, whichever device measured it. A truth and an alarm match when they share a condition. */
record AlarmCondition(String name) {
    /** @param variable of the catalogue */
    static AlarmCondition of(String variable) {
        return new AlarmCondition(
                switch (variable) {
                    case VariableNames.HR, VariableNames.PULSE_SPO2, VariableNames.PULSE_NIBP -> "rate";
                    case VariableNames.ABP_SYS,
                            VariableNames.ABP_DIA,
                            VariableNames.ABP_MEAN,
                            VariableNames.NIBP_SYS,
                            VariableNames.NIBP_DIA,
                            VariableNames.NIBP_MEAN -> "pressure";
                    default -> variable;
                });
    }
}
