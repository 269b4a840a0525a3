package org.vigie.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Estimates 95 % intervals by resampling cases with replacement.
 *
 * <p>Source: Efron B, Tibshirani RJ. An Introduction to the Bootstrap, 1993, chapter 13 (percentile interval).
 *
 * @param seed the same seed gives the same intervals
 */
public record BootstrapEstimator(int resamples, long seed) {
    private static final double TAIL = 0.025;

    public BootstrapEstimator {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples: must be at least 1, was " + resamples);
        }
    }

    /**
     * Estimates every metric of predicted probabilities. A resample in which all lived or all died is drawn again.
     *
     * @param threshold of event 1, the same in every resample
     * @throws IllegalArgumentException when all lived or all died
     */
    public Map<EvaluationMetric, IntervalEstimate> estimate(float[] probabilities, boolean[] died, double threshold) {
        return estimate(
                EvaluationMetric.measure(probabilities, died, threshold),
                died.length,
                cases -> measure(cases, probabilities, died, threshold),
                SampleQuantile.LINEAR);
    }

    /**
     * Estimates any metrics.
     *
     * @param measured the metrics of the whole sample
     * @param size cases of the sample
     * @param measure the metrics of the drawn cases; a metric that they do not define has no entry, and cases without any entry are drawn
     *     again
     * @return an estimate of each metric of {@code measured}; its interval is NaN when no resample defines the metric
     */
    public <M extends Enum<M>> Map<M, IntervalEstimate> estimate(
            Map<M, Double> measured, int size, Function<int[], Map<M, Double>> measure, SampleQuantile quantile) {
        List<Map<M, Double>> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        while (drawn.size() < resamples) {
            Map<M, Double> metrics = measure.apply(draw(random, size));
            if (!metrics.isEmpty()) {
                drawn.add(metrics);
            }
        }
        Map<M, IntervalEstimate> estimates = new TreeMap<>();
        measured.forEach((metric, value) -> estimates.put(metric, interval(value, metric, drawn, quantile)));
        return estimates;
    }

    private static int[] draw(SplittableRandom random, int size) {
        int[] cases = new int[size];
        for (int i = 0; i < size; i++) {
            cases[i] = random.nextInt(size);
        }
        return cases;
    }

    private static Map<EvaluationMetric, Double> measure(
            int[] cases, float[] probabilities, boolean[] died, double threshold) {
        float[] some = new float[cases.length];
        boolean[] theirs = new boolean[cases.length];
        int deaths = 0;
        for (int i = 0; i < cases.length; i++) {
            some[i] = probabilities[cases[i]];
            theirs[i] = died[cases[i]];
            deaths += theirs[i] ? 1 : 0;
        }
        return deaths > 0 && deaths < cases.length ? EvaluationMetric.measure(some, theirs, threshold) : Map.of();
    }

    private static <M extends Enum<M>> IntervalEstimate interval(
            double value, M metric, List<Map<M, Double>> drawn, SampleQuantile quantile) {
        double[] sorted = drawn.stream()
                .filter(metrics -> metrics.containsKey(metric))
                .mapToDouble(metrics -> metrics.get(metric))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new IntervalEstimate(value, Double.NaN, Double.NaN)
                : new IntervalEstimate(value, quantile.of(sorted, TAIL), quantile.of(sorted, 1 - TAIL));
    }
}
