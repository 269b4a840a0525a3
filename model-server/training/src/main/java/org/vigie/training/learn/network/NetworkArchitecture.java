package org.vigie.training.learn.network;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.NetworkInputs;

/** Lists the kinds of layers that read the steps of a window. */
public enum NetworkArchitecture {
    /** Long short-term memory. Hochreiter S, Schmidhuber J. Neural Comput 1997;9(8). */
    LSTM {
        @Override
        void start(InitialWeights weights, int hidden) {
            weights.lstm("lstm", NetworkInputs.PER_STEP, hidden);
        }

        @Override
        Operand<TFloat32> state(NetworkLayers layers, Operand<TFloat32> steps, int hidden) {
            return layers.lstm(steps, "lstm", NetworkInputs.PER_STEP, hidden);
        }
    },
    /** Gated recurrent unit. Cho K et al. EMNLP 2014. */
    GRU {
        @Override
        void start(InitialWeights weights, int hidden) {
            weights.gru("gru", NetworkInputs.PER_STEP, hidden);
        }

        @Override
        Operand<TFloat32> state(NetworkLayers layers, Operand<TFloat32> steps, int hidden) {
            return layers.gru(steps, "gru", NetworkInputs.PER_STEP, hidden);
        }
    },
    /** Dilated causal convolutions with residual connections. Bai S, Kolter JZ, Koltun V. arXiv:1803.01271, 2018. */
    CNN {
        @Override
        void start(InitialWeights weights, int hidden) {
            weights.dense("enter", NetworkInputs.PER_STEP, hidden);
            for (int apart : APART) {
                weights.dense("conv" + apart, 3 * hidden, hidden);
            }
        }

        @Override
        Operand<TFloat32> state(NetworkLayers layers, Operand<TFloat32> steps, int hidden) {
            Operand<TFloat32> values = layers.denseAtEachStep(steps, "enter", NetworkInputs.PER_STEP, hidden);
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
    /** Convolutions, then long short-term memory. */
    CNN_LSTM {
        @Override
        void start(InitialWeights weights, int hidden) {
            weights.dense("conv1", 3 * NetworkInputs.PER_STEP, hidden).lstm("lstm", hidden, hidden);
        }

        @Override
        Operand<TFloat32> state(NetworkLayers layers, Operand<TFloat32> steps, int hidden) {
            Operand<TFloat32> found =
                    layers.relu(layers.convolution(steps, "conv1", NetworkInputs.PER_STEP, hidden, 1));
            return layers.lstm(found, "lstm", hidden, hidden);
        }
    };

    private static final int[] APART = {1, 2, 4, 8};

    abstract void start(InitialWeights weights, int hidden);

    /** Maps steps [batch, steps, in] to a state [batch, {@link #width}]. */
    abstract Operand<TFloat32> state(NetworkLayers layers, Operand<TFloat32> steps, int hidden);

    int width(int hidden) {
        return hidden;
    }
}
