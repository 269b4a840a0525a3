package org.vigie.signal.earlywarning;

import java.util.Map;
import java.util.stream.Collectors;

/** Rounds a sensor's value as a nurse would chart it, before any table or limit sees it. Table: {@code charting.csv}. */
public final class Chart {
    private static final Map<String, Double> STEPS_PER_UNIT =
            TableFile.beside(Chart.class, "charting.csv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text("variable"), row -> 1 / row.number("resolution", 1)));

    private Chart() {}

    /** Half up, to the variable's resolution; a variable without one stays as it is. */
    public static double round(String variable, double value) {
        Double steps = STEPS_PER_UNIT.get(variable);
        return steps == null ? value : Math.round(value * steps) / steps;
    }
}
