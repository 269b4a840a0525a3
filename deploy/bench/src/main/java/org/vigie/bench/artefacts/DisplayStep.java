package org.vigie.bench.artefacts;

import java.util.Map;
import org.vigie.schemas.variable.VariableNames;

/** Describes the step in which a monitor or a laboratory shows a variable. */
record DisplayStep(String variable) {
    private static final Map<String, Double> FINE = Map.of(
            VariableNames.TEMP, 0.1,
            VariableNames.PH, 0.01,
            VariableNames.LACTATE, 0.1,
            VariableNames.POTASSIUM, 0.1,
            VariableNames.CREATININE, 0.1,
            VariableNames.BILIRUBIN_TOTAL, 0.1,
            VariableNames.MAGNESIUM, 0.1,
            VariableNames.ALBUMIN, 0.1,
            VariableNames.WBC, 0.1);

    double size() {
        return FINE.getOrDefault(variable, 1.0);
    }

    double rounded(double value) {
        double steps = Math.rint(1 / size());
        return Math.rint(value * steps) / steps;
    }
}
