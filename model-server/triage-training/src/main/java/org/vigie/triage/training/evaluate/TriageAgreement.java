package org.vigie.triage.training.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.ConfusionMatrix;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.MeanRanks;
import org.vigie.evaluation.SampleQuantile;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.LevelScale;
import org.vigie.triage.model.TriageMetric;

/**
 * Compares predicted levels with the experts' levels. The cross-validation may have several runs with other folds: a metric is then the
 * mean of the runs, and a resample draws the same visits in every run.
 *
 * @param experts the experts' level of each visit
 * @param runs the predictions for each visit, in each run
 */
public record TriageAgreement(int[] experts, List<List<LevelPrediction>> runs) {
    private static final int RESAMPLES = 1000;
    /** Levels 1 and 2 are urgent. */
    private static final int MOST_URGENT = 2;
    /** Steps from which a level is under- or over-triage. */
    private static final int FAR = 2;

    /** Estimates every metric with its bootstrap interval; the same seed gives the same intervals. */
    public Map<TriageMetric, IntervalEstimate> estimates(long seed) {
        Map<TriageMetric, Double> measured =
                measure(IntStream.range(0, experts.length).toArray());
        return new BootstrapEstimator(RESAMPLES, seed)
                .estimate(measured, experts.length, visits -> finite(measure(visits)), SampleQuantile.NEAREST);
    }

    /** Counts the levels of the first run. */
    public ConfusionMatrix confusion() {
        return confusion(experts, runs.get(0));
    }

    /**
     * Returns the mean squared distance between the probabilities and the experts' levels, summed over the levels, of the first run.
     *
     * <p>Source: Brier 1950.
     */
    public double brier() {
        double sum = 0;
        for (int i = 0; i < experts.length; i++) {
            List<Double> probabilities = runs.get(0).get(i).probabilities();
            for (int level = 1; level <= probabilities.size(); level++) {
                double error = probabilities.get(level - 1) - (experts[i] == level ? 1 : 0);
                sum += error * error / experts.length;
            }
        }
        return sum;
    }

    private Map<TriageMetric, Double> measure(int[] visits) {
        int[] theirs = Arrays.stream(visits).map(visit -> experts[visit]).toArray();
        List<Map<TriageMetric, Double>> ofRuns = runs.stream()
                .map(run ->
                        measure(theirs, Arrays.stream(visits).mapToObj(run::get).toList()))
                .toList();
        Map<TriageMetric, Double> means = new EnumMap<>(TriageMetric.class);
        for (TriageMetric metric : TriageMetric.values()) {
            means.put(metric, mean(metric, ofRuns));
        }
        return means;
    }

    private static double mean(TriageMetric metric, List<Map<TriageMetric, Double>> ofRuns) {
        return ofRuns.stream()
                .mapToDouble(metrics -> metrics.get(metric))
                .average()
                .orElse(Double.NaN);
    }

    private static Map<TriageMetric, Double> measure(int[] experts, List<LevelPrediction> predictions) {
        ConfusionMatrix confusion = confusion(experts, predictions);
        double under = confusion.shareOffBy(FAR, LevelScale.LEVELS);
        double over = confusion.shareOffBy(-LevelScale.LEVELS, -FAR);
        Map<TriageMetric, Double> metrics = new EnumMap<>(TriageMetric.class);
        metrics.put(TriageMetric.QUADRATIC_KAPPA, confusion.quadraticKappa());
        metrics.put(TriageMetric.ACCURACY, confusion.accuracy());
        metrics.put(TriageMetric.AUROC_URGENT, aurocOfUrgent(experts, predictions));
        metrics.put(TriageMetric.UNDER_TRIAGE, under);
        metrics.put(TriageMetric.OVER_TRIAGE, over);
        return metrics;
    }

    private static double aurocOfUrgent(int[] experts, List<LevelPrediction> predictions) {
        boolean[] urgent = new boolean[experts.length];
        for (int i = 0; i < urgent.length; i++) {
            urgent[i] = experts[i] <= MOST_URGENT;
        }
        return MeanRanks.of(
                        predictions.stream().mapToDouble(LevelPrediction::score).toArray())
                .aurocOfLower(urgent);
    }

    private static ConfusionMatrix confusion(int[] experts, List<LevelPrediction> predictions) {
        return ConfusionMatrix.of(
                LevelScale.LEVELS,
                Arrays.stream(experts).map(level -> level - 1).toArray(),
                predictions.stream()
                        .mapToInt(prediction -> prediction.level() - 1)
                        .toArray());
    }

    private static Map<TriageMetric, Double> finite(Map<TriageMetric, Double> metrics) {
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }
}
