package org.vigie.signal.vitals;

import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.signal.table.ClinicalTable;

/** Rounds a sensor's value as a nurse would chart it, before any table or limit sees it. Table: {@code charting.csv}. */
public final class ChartingResolution {
    private static final Map<String, Double> STEPS_PER_UNIT =
            ClinicalTable.beside(ChartingResolution.class, "charting.csv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text("variable"), row -> 1 / row.number("resolution", 1)));

    private ChartingResolution() {}

    /** Half up, to the variable's resolution; a variable without one stays as it is. */
    public static double round(String variable, double value) {
        Double steps = STEPS_PER_UNIT.get(variable);
        return steps == null ? value : Math.round(value * steps) / steps;
    }
}
