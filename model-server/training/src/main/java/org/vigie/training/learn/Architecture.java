package org.vigie.training.learn;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What reads the steps of a window. */
public enum Architecture {
    /** Remembers: long short-term memory. Hochreiter S, Schmidhuber J. Neural Comput 1997;9(8). */
    LSTM {
        @Override
        void start(Weights weights, int hidden) {
            weights.lstm("lstm", Inputs.PER_STEP, hidden);
        }

        @Override
        Operand<TFloat32> state(Layers layers, Operand<TFloat32> steps, int hidden) {
            return layers.lstm(steps, "lstm", Inputs.PER_STEP, hidden);
        }
    },
    /** Remembers, with fewer gates. Cho K et al. EMNLP 2014. */
    GRU {
        @Override
        void start(Weights weights, int hidden) {
            weights.gru("gru", Inputs.PER_STEP, hidden);
        }

        @Override
        Operand<TFloat32> state(Layers layers, Operand<TFloat32> steps, int hidden) {
            return layers.gru(steps, "gru", Inputs.PER_STEP, hidden);
        }
    },
    /** Looks for patterns: dilated causal convolutions with short cuts. Bai S, Kolter JZ, Koltun V. arXiv:1803.01271, 2018. */
    CNN {
        @Override
        void start(Weights weights, int hidden) {
            weights.dense("enter", Inputs.PER_STEP, hidden);
            for (int apart : APART) {
                weights.dense("conv" + apart, 3 * hidden, hidden);
            }
        }

        @Override
        Operand<TFloat32> state(Layers layers, Operand<TFloat32> steps, int hidden) {
            Operand<TFloat32> values = layers.everyStep(steps, "enter", Inputs.PER_STEP, hidden);
            for (int apart : APART) {
                Operand<TFloat32> found =
                        layers.relu(layers.convolution(values, "conv" + apart, hidden, hidden, apart));
                values = layers.tf().math.add(values, found);
            }
            return layers.pooled(values, hidden);
        }

        @Override
        int width(int hidden) {
            return 3 * hidden;
        }
    },
    /** Looks for patterns, then remembers them. */
    CNN_LSTM {
        @Override
        void start(Weights weights, int hidden) {
            weights.dense("conv1", 3 * Inputs.PER_STEP, hidden).lstm("lstm", hidden, hidden);
        }

        @Override
        Operand<TFloat32> state(Layers layers, Operand<TFloat32> steps, int hidden) {
            Operand<TFloat32> found = layers.relu(layers.convolution(steps, "conv1", Inputs.PER_STEP, hidden, 1));
            return layers.lstm(found, "lstm", hidden, hidden);
        }
    };

    private static final int[] APART = {1, 2, 4, 8};

    abstract void start(Weights weights, int hidden);

    /** [batch, {@link #width}] of [batch, steps, in]. */
    abstract Operand<TFloat32> state(Layers layers, Operand<TFloat32> steps, int hidden);

    int width(int hidden) {
        return hidden;
    }
}
