package org.vigie.station.ward;

import java.util.List;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.DisplayUnit;

/**
 * Describes a variable for the page.
 *
 * @param kind as in the catalogue: {@code VITAL}, {@code LAB}, ...
 * @param low lower default alarm limit; absent when none
 * @param high upper default alarm limit; absent when none
 * @param shown unit in which the site reads it; absent when that is {@code unit}
 */
public record VariableDescription(
        String name,
        String labelFr,
        String labelEn,
        String unit,
        String kind,
        Double low,
        Double high,
        DisplayUnit shown) {

    /** Describes every variable of the catalogue. */
    static List<VariableDescription> all(DisplayConfig display) {
        return VariableCatalogue.standard().all().stream()
                .map(variable -> of(variable, display.unitOf(variable).orElse(null)))
                .toList();
    }

    private static VariableDescription of(Variable variable, DisplayUnit shown) {
        return new VariableDescription(
                variable.name(),
                variable.labelFr(),
                variable.labelEn(),
                variable.unit(),
                variable.kind(),
                limit(variable.alarm().low(), variable.hard().low()),
                limit(variable.alarm().high(), variable.hard().high()),
                shown);
    }

    /** What nothing possible lies beyond is no limit. */
    private static Double limit(double alarm, double possible) {
        return Double.isFinite(alarm) && alarm != possible ? alarm : null;
    }
}
