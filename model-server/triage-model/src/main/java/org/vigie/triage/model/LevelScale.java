package org.vigie.triage.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.evaluation.PlattScaling;

/**
 * Turns a score into a level and into the probability of each level. The cuts assign each level as often as the experts did, because rounding
 * would hardly ever give 1, 2 or 5. So the assigned level is not always the most probable one.
 *
 * @param cuts four, ascending: a score above the k-th cut means a level above k
 * @param curves four: slope and intercept of the log odds that the level is at most k
 */
public record LevelScale(List<Double> cuts, List<PlattScaling> curves) {
    public static final int LEVELS = 5;

    private static final PlattScaling PRIOR = new PlattScaling(0, 0);
    /** Keeps the slope finite when a cut separates the visits without an error. */
    private static final double RIDGE = 0.1;

    public LevelScale {
        cuts = List.copyOf(cuts);
        curves = List.copyOf(curves);
    }

    /** Fits a scale to scores of visits that the trees did not learn from. */
    public static LevelScale fit(double[] scores, int[] levels) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new LevelScale(
                IntStream.range(1, LEVELS).mapToObj(k -> cut(sorted, levels, k)).toList(),
                IntStream.range(1, LEVELS)
                        .mapToObj(k -> PlattScaling.fit(scores, atMost(levels, k), PRIOR, RIDGE))
                        .toList());
    }

    private static boolean[] atMost(int[] levels, int k) {
        boolean[] atMost = new boolean[levels.length];
        for (int i = 0; i < levels.length; i++) {
            atMost[i] = levels[i] <= k;
        }
        return atMost;
    }

    private static double cut(double[] sorted, int[] levels, int k) {
        int below = (int) Arrays.stream(levels).filter(level -> level <= k).count();
        double last = below == 0 ? sorted[0] - 1 : sorted[below - 1];
        return (last + sorted[Math.min(below, sorted.length - 1)]) / 2;
    }

    /** Returns the level, 1 to 5. */
    public int level(double score) {
        return 1 + (int) cuts.stream().filter(cut -> score > cut).count();
    }

    /** Returns the probability of levels 1 to 5; their sum is 1. */
    public List<Double> probabilities(double score) {
        double[] atMost = new double[LEVELS + 1];
        for (int k = 1; k < LEVELS; k++) {
            atMost[k] = Math.max(atMost[k - 1], curves.get(k - 1).probability(score));
        }
        atMost[LEVELS] = 1;
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(k -> atMost[k] - atMost[k - 1])
                .toList();
    }
}
