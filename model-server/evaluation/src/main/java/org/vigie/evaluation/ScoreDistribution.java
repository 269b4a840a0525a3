package org.vigie.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution of a score over the stays of a set.
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
        return new ScoreDistribution(
                sorted.length,
                Arrays.stream(sorted).average().orElse(Double.NaN),
                AT.stream()
                        .map(share -> SampleQuantile.LINEAR.of(sorted, share))
                        .toList(),
                Arrays.stream(sorted)
                                .filter(probability -> probability >= threshold)
                                .count()
                        / (double) sorted.length);
    }
}
