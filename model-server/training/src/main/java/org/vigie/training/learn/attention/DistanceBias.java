package org.vigie.training.learn.attention;

/**
 * Holds the first values of the attention scores' bias: nearer hours count more, with a slope for each head. Training changes them.
 *
 * <p>Source: Press O, Smith NA, Lewis M. Train short, test long: attention with linear biases. ICLR 2022.
 */
final class DistanceBias {
    private static final float FORBIDDEN = -1e9f;

    private DistanceBias() {}

    /** Returns [heads, steps, steps], row-major. */
    static float[] of(int heads, int steps) {
        float[] bias = new float[heads * steps * steps];
        for (int i = 0; i < bias.length; i++) {
            int head = i / (steps * steps);
            int from = i / steps % steps;
            bias[i] = (float) (-Math.abs(from - i % steps) * Math.pow(2, -2.0 * head));
        }
        return bias;
    }

    /** Returns [1, 1, steps, steps]: 0 where an hour may be read, else a large negative number. */
    static float[][][][] allowed(int steps, boolean causal) {
        float[][][][] allowed = new float[1][1][steps][steps];
        for (int from = 0; from < steps; from++) {
            for (int to = from + 1; causal && to < steps; to++) {
                allowed[0][0][from][to] = FORBIDDEN;
            }
        }
        return allowed;
    }
}
