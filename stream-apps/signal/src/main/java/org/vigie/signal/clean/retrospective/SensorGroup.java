package org.vigie.signal.clean.retrospective;

import java.util.List;
import org.vigie.schemas.variable.VariableNames;

/** Groups the variables that one sensor measures, so that a fault of the sensor concerns all of them. */
public enum SensorGroup {
    ELECTRODES,
    OXIMETER,
    ARTERIAL_LINE,
    TEMPERATURE_PROBE;

    public List<String> variables() {
        return switch (this) {
            case ELECTRODES -> List.of(VariableNames.HR, VariableNames.RR);
            case OXIMETER -> List.of(VariableNames.SPO2, VariableNames.PULSE_SPO2);
            case ARTERIAL_LINE -> List.of(VariableNames.ABP_SYS, VariableNames.ABP_DIA, VariableNames.ABP_MEAN);
            case TEMPERATURE_PROBE -> List.of(VariableNames.TEMP);
        };
    }

    public int[] places(SignalGrid grid) {
        return grid.placesOf(variables());
    }

    public boolean isIn(SignalGrid grid) {
        return grid.variables().containsAll(variables());
    }
}
