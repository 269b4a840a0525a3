package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Intervals by resampling stays with replacement. A resample in which all lived or all died is drawn anew.
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
     * Every score with its interval.
     *
     * @param threshold of event 1, the same in every resample
     * @throws IllegalArgumentException when all lived or all died
     */
    public Map<EvaluationMetric, IntervalEstimate> estimate(float[] probabilities, boolean[] died, double threshold) {
        Map<EvaluationMetric, Double> measured = EvaluationMetric.measure(probabilities, died, threshold);
        List<Map<EvaluationMetric, Double>> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        while (drawn.size() < resamples) {
            draw(random, probabilities, died, threshold, drawn);
        }
        Map<EvaluationMetric, IntervalEstimate> estimates = new EnumMap<>(EvaluationMetric.class);
        measured.forEach((metric, value) -> estimates.put(metric, interval(value, metric, drawn)));
        return estimates;
    }

    private static void draw(
            SplittableRandom random,
            float[] probabilities,
            boolean[] died,
            double threshold,
            List<Map<EvaluationMetric, Double>> drawn) {
        float[] some = new float[died.length];
        boolean[] theirs = new boolean[died.length];
        int deaths = 0;
        for (int i = 0; i < died.length; i++) {
            int stay = random.nextInt(died.length);
            some[i] = probabilities[stay];
            theirs[i] = died[stay];
            deaths += died[stay] ? 1 : 0;
        }
        if (deaths > 0 && deaths < died.length) {
            drawn.add(EvaluationMetric.measure(some, theirs, threshold));
        }
    }

    private static IntervalEstimate interval(
            double value, EvaluationMetric metric, List<Map<EvaluationMetric, Double>> drawn) {
        double[] values = drawn.stream().mapToDouble(one -> one.get(metric)).toArray();
        Arrays.sort(values);
        return new IntervalEstimate(value, quantile(values, TAIL), quantile(values, 1 - TAIL));
    }

    /** Linear between the two nearest. */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
