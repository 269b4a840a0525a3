package org.vigie.training.learn.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws the initial weights of a network; the same seed gives the same weights. */
final class InitialWeights {
    private final SplittableRandom random;
    private final Map<String, WeightArray> all = new LinkedHashMap<>();

    InitialWeights(long seed) {
        random = new SplittableRandom(seed);
    }

    Map<String, WeightArray> all() {
        return all;
    }

    /** Adds a dense layer: Glorot-uniform weights, zero bias. */
    InitialWeights dense(String name, int in, int out) {
        matrix(name + ".weights", in, out);
        all.put(name + ".bias", WeightArray.of(new float[out], out));
        return this;
    }

    /** Adds a dense layer with zero weights and this bias. */
    InitialWeights constant(String name, int in, float... bias) {
        all.put(name + ".weights", WeightArray.of(new float[in * bias.length], in, bias.length));
        all.put(name + ".bias", WeightArray.of(bias, bias.length));
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
        double limit = Math.sqrt(6.0 / (in + out));
        float[] values = new float[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
        all.put(name, WeightArray.of(values, in, out));
        return this;
    }
}
