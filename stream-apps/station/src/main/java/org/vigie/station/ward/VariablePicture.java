package org.vigie.station.ward;

import org.vigie.schemas.variable.Variable;

/**
 * A variable's words for the page.
 *
 * @param kind as in the catalogue: {@code VITAL}, {@code LAB}, ...
 * @param low lower default alarm limit; absent when none
 * @param high upper default alarm limit; absent when none
 */
public record VariablePicture(
        String name, String labelFr, String labelEn, String unit, String kind, Double low, Double high) {

    static VariablePicture of(Variable variable) {
        return new VariablePicture(
                variable.name(),
                variable.labelFr(),
                variable.labelEn(),
                variable.unit(),
                variable.kind(),
                finite(variable.alarm().low()),
                finite(variable.alarm().high()));
    }

    private static Double finite(double limit) {
        return Double.isFinite(limit) ? limit : null;
    }
}
