package org.vigie.bench.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.simulator.patient.NoiseComponent;

/**
 * Divides the variance of a sign among noise components of different periods, so that the squared changes over all lags are those of the
 * recordings.
 *
 * <p>Variances are never negative. The fit minimises the squared relative errors by coordinate descent.
 */
final class ComponentFit {
    private static final int ROUNDS = 20_000;
    private static final double NO_VARIANCE = 1e-6;

    private final double[] periods;
    private final double[] observed;
    /** Squared change at each lag (first index) that a component of variance 1 gives. */
    private final double[][] effects;

    private final double[] variances;

    /**
     * @param squareChanges squared change by lag in seconds, in the sign's unit squared
     * @param periods periods of the components in seconds
     */
    ComponentFit(Map<Double, Double> squareChanges, double[] periods) {
        this.periods = periods.clone();
        List<Double> lags = new ArrayList<>(squareChanges.keySet());
        observed = lags.stream().mapToDouble(squareChanges::get).toArray();
        effects = lags.stream().map(this::effects).toArray(double[][]::new);
        variances = new double[periods.length];
    }

    private double[] effects(double lag) {
        double[] row = new double[periods.length];
        for (int component = 0; component < row.length; component++) {
            row[component] = 2 * (1 - NoiseComponent.autocorrelation(lag / periods[component]));
        }
        return row;
    }

    /** Returns the standard deviation of each component by its period. A component of no variance is left out. */
    NavigableMap<Double, Double> deviations() {
        for (int round = 0; round < ROUNDS; round++) {
            int component = round % periods.length;
            variances[component] = Math.max(0, variances[component] + step(component));
        }
        TreeMap<Double, Double> deviations = new TreeMap<>();
        for (int component = 0; component < periods.length; component++) {
            if (variances[component] > NO_VARIANCE) {
                deviations.put(periods[component], Math.sqrt(variances[component]));
            }
        }
        return deviations;
    }

    /** Returns the change of one variance that minimises the error while the others stay. */
    private double step(int component) {
        double gradient = 0;
        double curvature = Double.MIN_NORMAL;
        for (int point = 0; point < observed.length; point++) {
            double effect = effects[point][component] / observed[point];
            gradient += effect * (1 - expected(point) / observed[point]);
            curvature += effect * effect;
        }
        return gradient / curvature;
    }

    private double expected(int point) {
        double sum = 0;
        for (int component = 0; component < variances.length; component++) {
            sum += variances[component] * effects[point][component];
        }
        return sum;
    }
}
