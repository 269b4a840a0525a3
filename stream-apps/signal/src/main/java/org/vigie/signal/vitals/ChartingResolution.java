package org.vigie.signal.vitals;

import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.signal.table.ClinicalTable;

/**
 * Rounds a sensor's value to the resolution at which nurses chart it. All tables and limits use the rounded value. Table: {@code
 * charting.csv}.
 */
public final class ChartingResolution {
    private static final Map<String, Double> STEPS_PER_UNIT =
            ClinicalTable.beside(ChartingResolution.class, "charting.csv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text("variable"), row -> 1 / row.number("resolution", 1)));

    private ChartingResolution() {}

    /** Rounds half up to the variable's resolution. A variable without a resolution is not rounded. */
    public static double round(String variable, double value) {
        Double steps = STEPS_PER_UNIT.get(variable);
        return steps == null ? value : Math.round(value * steps) / steps;
    }

    /** Returns the number of charting steps per unit of a variable; 0 for a variable without a resolution. */
    static double stepsPerUnit(String variable) {
        return STEPS_PER_UNIT.getOrDefault(variable, 0.0);
    }
}
