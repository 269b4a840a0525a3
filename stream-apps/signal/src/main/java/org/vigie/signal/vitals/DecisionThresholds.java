package org.vigie.signal.vitals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Collects, for each variable, the values at which a decision about a stay may change: limits, and the ends of score bands.
 *
 * <p>Between two neighbouring thresholds each decision is the same for all values.
 */
public final class DecisionThresholds {
    private final Map<String, NavigableSet<Double>> thresholds = new HashMap<>();
    private final Set<String> alwaysDecisive = new HashSet<>();

    /** Adds a threshold at charting resolution: a value of at least {@code first} may decide otherwise than a lower one. */
    public void addFrom(String variable, double first) {
        if (Double.isFinite(first)) {
            thresholds.computeIfAbsent(variable, any -> new TreeSet<>()).add(first);
        }
    }

    /** Adds a threshold at charting resolution: a value above {@code last} may decide otherwise than {@code last} or a lower one. */
    public void addAbove(String variable, double last) {
        addFrom(variable, Math.nextUp(last));
    }

    /** Adds a variable of which each value may change a decision. */
    public void addEveryValueOf(String variable) {
        alwaysDecisive.add(variable);
    }

    /** Adds all thresholds of another collection. */
    public void addAll(DecisionThresholds other) {
        other.thresholds.forEach((variable, each) -> each.forEach(threshold -> addFrom(variable, threshold)));
        alwaysDecisive.addAll(other.alwaysDecisive);
    }

    /** Returns true for a continuous variable of which many values lead to the same decisions. */
    public boolean hasRanges(String variable) {
        boolean continuous = VariableCatalogue.standard()
                .find(variable)
                .filter(known -> known.sampling() == SamplingMode.CONTINUOUS)
                .isPresent();
        return continuous && !alwaysDecisive.contains(variable);
    }

    /** Returns the values of a variable that lead to the same decisions as {@code charted}. */
    public SteadyRange rangeOf(String variable, double charted) {
        NavigableSet<Double> limits = thresholds.getOrDefault(variable, new TreeSet<>());
        double steps = ChartingResolution.stepsPerUnit(variable);
        Double from = limits.floor(charted);
        Double below = limits.higher(charted);
        return new SteadyRange(
                from == null ? Double.NEGATIVE_INFINITY : from,
                below == null ? Double.POSITIVE_INFINITY : below,
                steps);
    }

    /**
     * Holds a range of values that lead to the same decisions.
     *
     * @param from lowest value at charting resolution; {@code below} is the upper end, which is outside the range
     * @param stepsPerUnit charting steps per unit of the variable; 0 for a variable that is not rounded
     */
    public record SteadyRange(double from, double below, double stepsPerUnit) {
        /** Returns true when a value as measured is in the range after rounding. NaN is in no range. */
        public boolean contains(double value) {
            double charted = stepsPerUnit == 0 ? value : Math.round(value * stepsPerUnit) / stepsPerUnit;
            return charted >= from && charted < below;
        }
    }
}
