package org.vigie.triage.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.triage.learn.LevelPrediction;

/**
 * Levels given beside the experts'. The cross-validation may have been run several times with other folds: a number is then the mean of
 * the runs, and a resample draws visits, the same in every run.
 *
 * @param runs what was said of each visit, in each run
 */
public record TriageAgreement(int[] experts, List<List<LevelPrediction>> runs) {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;

    /** Every measure with its percentile interval (Efron and Tibshirani 1993, chapter 13); the same seed gives the same. */
    public Map<TriageMetric, TriageEstimate> estimates(long seed) {
        Map<TriageMetric, TriageEstimate> estimates = new EnumMap<>(TriageMetric.class);
        int[] all = IntStream.range(0, experts.length).toArray();
        for (TriageMetric metric : TriageMetric.values()) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] drawn = DoubleStream.generate(() -> measured(metric, draw(random)))
                    .limit(RESAMPLES)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            estimates.put(
                    metric,
                    new TriageEstimate(measured(metric, all), quantile(drawn, TAIL), quantile(drawn, 1 - TAIL)));
        }
        return estimates;
    }

    /** Of the first run. */
    public LevelConfusionMatrix confusion() {
        return LevelConfusionMatrix.of(experts, levels(runs.get(0)));
    }

    /** Mean distance between the probabilities and what happened, summed over the levels (Brier 1950); of the first run. */
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

    private int[] draw(SplittableRandom random) {
        return random.ints(experts.length, 0, experts.length).toArray();
    }

    private double measured(TriageMetric metric, int[] visits) {
        int[] theirs = Arrays.stream(visits).map(visit -> experts[visit]).toArray();
        ToDoubleFunction<List<LevelPrediction>> ofRun = run -> {
            List<LevelPrediction> some =
                    Arrays.stream(visits).mapToObj(run::get).toList();
            return metric.of(
                    theirs,
                    levels(some),
                    some.stream().mapToDouble(LevelPrediction::score).toArray());
        };
        return runs.stream().mapToDouble(ofRun).average().orElse(Double.NaN);
    }

    private static int[] levels(List<LevelPrediction> judged) {
        return judged.stream().mapToInt(LevelPrediction::level).toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
