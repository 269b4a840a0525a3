package org.vigie.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Describes the distribution of a score over the stays of a set.
 *
 * @param quantiles at 5, 25, 50, 75 and 95 %
 * @param called share of the stays at or above the threshold
 */
public record ScoreDistribution(int stays, double mean, List<Double> quantiles, double called) {
    /** The shares of the quantiles. */
    public static final List<Double> AT = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    public ScoreDistribution {
        quantiles = List.copyOf(quantiles);
    }

    public static ScoreDistribution of(float[] probabilities, double threshold) {
        double[] sorted = IntStream.range(0, probabilities.length)
                .mapToDouble(i -> probabilities[i])
                .sorted()
                .toArray();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        List<Double> quantiles = AT.stream()
                .map(share -> SampleQuantile.LINEAR.of(sorted, share))
                .toList();
        double called =
                Arrays.stream(sorted).filter(score -> score >= threshold).count();
        return new ScoreDistribution(sorted.length, mean, quantiles, called / sorted.length);
    }
}
