package org.vigie.simulator.patient;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Draws the usual values of a patient from the quantiles of real patients.
 *
 * <p>A patient whose usual value is less than one standard deviation inside the alarm limits is not drawn, because a nurse adapts the limits
 * of such a patient. The simulated ward uses the default limits for everybody.
 */
final class UsualSignValues {
    /** Standard normal quantile of each share for which the table has a quantile. */
    private static final Map<Double, Double> NORMAL_QUANTILES =
            Map.of(0.05, -1.645, 0.1, -1.282, 0.25, -0.674, 0.5, 0.0, 0.75, 0.674, 0.9, 1.282, 0.95, 1.645);

    private final VariabilityTable table;
    private final CorrelationFactor factor;

    UsualSignValues(VariabilityTable table) {
        this.table = table;
        this.factor = new CorrelationFactor(table.correlations(TimeScale.LEVEL));
    }

    /** Returns one value for each sign; 0 for a difference. */
    double[] draw(RandomSeed seed) {
        double[] values = drawOnce(seed);
        for (int attempt = 1; !isWithinLimits(values); attempt++) {
            values = drawOnce(seed.derive(attempt));
        }
        return values;
    }

    private double[] drawOnce(RandomSeed seed) {
        double[] numbers = new double[VariabilityTable.SIGNS.size()];
        for (int sign = 0; sign < numbers.length; sign++) {
            numbers[sign] = seed.bell(sign);
        }
        double[] correlated = factor.apply(numbers);
        for (int sign = 0; sign < numbers.length; sign++) {
            numbers[sign] = quantile(VariabilityTable.SIGNS.get(sign), correlated[sign]);
        }
        return numbers;
    }

    /** Interpolates between the quantiles of the table. The outermost ones bound the result. */
    private double quantile(String sign, double normal) {
        TreeMap<Double, Double> values = new TreeMap<>();
        table.levels(sign).forEach((share, value) -> values.put(NORMAL_QUANTILES.get(share), value));
        Map.Entry<Double, Double> below = values.floorEntry(normal);
        Map.Entry<Double, Double> above = values.ceilingEntry(normal);
        if (below == null || above == null || below.getKey().equals(above.getKey())) {
            return nearest(below, above);
        }
        double share = (normal - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() + share * (above.getValue() - below.getValue());
    }

    private static double nearest(Map.Entry<Double, Double> below, Map.Entry<Double, Double> above) {
        if (below != null) {
            return below.getValue();
        }
        return above == null ? 0 : above.getValue();
    }

    private boolean isWithinLimits(double[] values) {
        for (int sign = 0; sign < values.length; sign++) {
            String name = VariabilityTable.SIGNS.get(sign);
            double value = values[sign];
            boolean isOutside = VariableCatalogue.standard()
                    .find(name)
                    .filter(variable -> !isWithin(variable, value, deviation(name)))
                    .isPresent();
            if (isOutside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(Variable variable, double value, double margin) {
        double highest = Math.min(value + margin, variable.hard().high());
        return variable.alarm().contains(value - margin) && variable.alarm().contains(highest);
    }

    /** Returns the standard deviation of a typical patient over all periods. */
    private double deviation(String sign) {
        return Math.sqrt(table.components(sign).values().stream()
                .mapToDouble(each -> each * each)
                .sum());
    }
}
