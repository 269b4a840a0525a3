package org.vigie.signal.earlywarning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;

/** Rounds a sensor's value as a nurse would chart it, before any table or limit sees it. Table: {@code charting.csv}. */
public final class Chart {
    private static final Map<String, BigDecimal> RESOLUTION =
            TableFile.beside(Chart.class, "charting.csv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text("variable"), row -> new BigDecimal(row.text("resolution"))));

    private Chart() {}

    /** Half up, to the variable's resolution; a variable without one stays as it is. */
    public static double round(String variable, double value) {
        BigDecimal resolution = RESOLUTION.get(variable);
        return resolution == null
                ? value
                : BigDecimal.valueOf(value)
                        .setScale(resolution.scale(), RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
