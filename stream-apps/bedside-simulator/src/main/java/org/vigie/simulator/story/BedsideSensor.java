package org.vigie.simulator.story;

import java.util.Set;
import org.vigie.schemas.variable.VariableNames;

/** Lists the parts of the bedside equipment that can fail independently. */
enum BedsideSensor {
    BEAT_COUNTER,
    ELECTRODES,
    OXIMETER,
    ARTERIAL_LINE,
    MONITOR;

    /** Returns the variables that the sensor measures; empty for the monitor itself. */
    Set<String> variables() {
        return switch (this) {
            case BEAT_COUNTER -> Set.of(VariableNames.HR);
            case ELECTRODES -> Set.of(VariableNames.HR, VariableNames.RR);
            case OXIMETER -> Set.of(VariableNames.SPO2, VariableNames.PULSE_SPO2, VariableNames.PERFUSION_INDEX);
            case ARTERIAL_LINE -> Set.of(VariableNames.ABP_SYS, VariableNames.ABP_DIA, VariableNames.ABP_MEAN);
            case MONITOR -> Set.of();
        };
    }
}
