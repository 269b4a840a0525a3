package org.vigie.training.learn;

import java.util.List;
import java.util.SplittableRandom;

/**
 * @param seed the same seed gives the same weights
 * @param epochs at most
 * @param patience stop after this many epochs without a better one
 * @param hours of a stay seen: training draws from them, evaluation takes each
 */
public record LearnerConfig(long seed, int epochs, int patience, List<Integer> hours) {
    /** Half of the stays in a batch are seen whole: that is the protocol the published numbers use. */
    private static final double WHOLE = 0.5;

    public LearnerConfig {
        hours = List.copyOf(hours);
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: must be at least 1, was " + epochs);
        }
    }

    public static LearnerConfig defaults() {
        return new LearnerConfig(2012, 60, 8, List.of(6, 12, 24, 36, 48));
    }

    int drawHours(SplittableRandom random) {
        int last = hours.size() - 1;
        return hours.get(random.nextDouble() < WHOLE ? last : random.nextInt(last));
    }
}
