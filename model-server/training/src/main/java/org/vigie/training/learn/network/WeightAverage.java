package org.vigie.training.learn.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Averages the weights over the last steps. The average is evaluated and shipped, because single steps on 3,500 stays are too noisy.
 *
 * <p>Source: Polyak BT, Juditsky AB. Acceleration of stochastic approximation by averaging. SIAM J Control Optim 1992;30(4).
 */
public final class WeightAverage {
    private static final float KEPT = 0.995f;

    private final Map<String, WeightArray> average = new LinkedHashMap<>();
    private final float kept;

    public WeightAverage(Map<String, WeightArray> start) {
        this(start, KEPT);
    }

    /** @param kept share of the average that a step keeps, 0 to 1 */
    public WeightAverage(Map<String, WeightArray> start, float kept) {
        this.kept = kept;
        start.forEach((name, weight) -> average.put(
                name, new WeightArray(weight.shape(), weight.values().clone())));
    }

    /** Adds the weights after one step. */
    public void add(Map<String, WeightArray> weights) {
        weights.forEach((name, weight) -> {
            float[] mean = average.get(name).values();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (1 - kept) * (weight.values()[i] - mean[i]);
            }
        });
    }

    /** Returns a copy of the average. */
    public Map<String, WeightArray> weights() {
        return new WeightAverage(average, kept).average;
    }
}
