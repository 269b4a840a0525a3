package org.vigie.training.learn.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws the initial weights of a network; the same seed gives the same weights. */
public final class InitialWeights {
    private final SplittableRandom random;
    private final Map<String, WeightArray> all = new LinkedHashMap<>();

    public InitialWeights(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns the weights by name, in the order in which they were added. */
    public Map<String, WeightArray> all() {
        return all;
    }

    /** Adds a dense layer: Glorot-uniform weights, zero bias. */
    public InitialWeights dense(String name, int in, int out) {
        matrix(name + ".weights", in, out);
        all.put(name + ".bias", WeightArray.of(new float[out], out));
        return this;
    }

    /** Adds a dense layer with zero weights and this bias. */
    public InitialWeights constant(String name, int in, float... bias) {
        all.put(name + ".weights", WeightArray.of(new float[in * bias.length], in, bias.length));
        all.put(name + ".bias", WeightArray.of(bias, bias.length));
        return this;
    }

    /** Adds these weights. */
    public InitialWeights array(String name, float[] values, long... shape) {
        all.put(name, WeightArray.of(values, shape));
        return this;
    }

    /** Adds {@code count} dense layers side by side: weights [count, in, out], zero bias [count, 1, out]. */
    public InitialWeights stacked(String name, int count, int in, int out) {
        all.put(name + ".weights", WeightArray.of(uniform(count * in * out, in + out), count, in, out));
        all.put(name + ".bias", WeightArray.of(new float[count * out], count, 1, out));
        return this;
    }

    /** Adds an LSTM whose forget gates are open. */
    InitialWeights lstm(String name, int in, int hidden) {
        dense(name + ".in", in, 4 * hidden);
        Arrays.fill(all.get(name + ".in.bias").values(), hidden, 2 * hidden, 1f);
        return matrix(name + ".hidden", hidden, 4 * hidden);
    }

    InitialWeights gru(String name, int in, int hidden) {
        return dense(name + ".in", in, 3 * hidden).dense(name + ".hidden", hidden, 3 * hidden);
    }

    private InitialWeights matrix(String name, int in, int out) {
        all.put(name, WeightArray.of(uniform(in * out, in + out), in, out));
        return this;
    }

    /** Draws Glorot-uniform numbers for layers with this number of inputs and outputs. */
    private float[] uniform(int count, int inAndOut) {
        double limit = Math.sqrt(6.0 / inAndOut);
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
        return values;
    }
}
