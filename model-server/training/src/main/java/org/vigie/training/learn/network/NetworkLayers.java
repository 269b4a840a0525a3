package org.vigie.training.learn.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.NetworkInputs;

/**
 * Builds the layers of networks. Recurrent layers are unrolled and a dilated convolution is a product of shifted copies, because TensorFlow
 * Java has gradients for these operations only.
 *
 * @param weights variables in training, or constants in serving, by name
 */
public record NetworkLayers(Ops tf, Function<String, Operand<TFloat32>> weights, DropoutFunction thinning) {
    Operand<TFloat32> withDropout(Operand<TFloat32> values, String name) {
        return thinning.apply(values, name);
    }

    /** Builds a dense layer: [batch, in] to [batch, out]. */
    Operand<TFloat32> dense(Operand<TFloat32> values, String name) {
        return tf.nn.biasAdd(tf.linalg.matMul(values, weights.apply(name + ".weights")), weights.apply(name + ".bias"));
    }

    Operand<TFloat32> relu(Operand<TFloat32> values) {
        return tf.nn.relu(values);
    }

    Operand<TFloat32> concatenate(List<Operand<TFloat32>> parts) {
        return tf.concat(parts, tf.constant(1));
    }

    /**
     * Builds an LSTM over [batch, steps, in] and returns its last state [batch, hidden]. The gates have the order input, forget, cell,
     * output.
     */
    Operand<TFloat32> lstm(Operand<TFloat32> steps, String name, int in, int hidden) {
        List<Operand<TFloat32>> inputs = unstacked(denseAtEachStep(steps, name + ".in", in, 4 * hidden));
        List<Operand<TFloat32>> gates = gates(inputs.get(0), 4);
        Operand<TFloat32> memory = written(gates);
        Operand<TFloat32> output = read(gates, memory);
        for (Operand<TFloat32> input : inputs.subList(1, inputs.size())) {
            gates = gates(tf.math.add(input, tf.linalg.matMul(output, weights.apply(name + ".hidden"))), 4);
            Operand<TFloat32> written = written(gates);
            memory = tf.math.add(tf.math.mul(tf.math.sigmoid(gates.get(1)), memory), written);
            output = read(gates, memory);
        }
        return output;
    }

    private Operand<TFloat32> written(List<Operand<TFloat32>> gates) {
        return tf.math.mul(tf.math.sigmoid(gates.get(0)), tf.math.tanh(gates.get(2)));
    }

    private Operand<TFloat32> read(List<Operand<TFloat32>> gates, Operand<TFloat32> memory) {
        return tf.math.mul(tf.math.sigmoid(gates.get(3)), tf.math.tanh(memory));
    }

    /**
     * Builds a GRU over [batch, steps, in] and returns its last state [batch, hidden]. The gates have the order update, reset, candidate.
     */
    Operand<TFloat32> gru(Operand<TFloat32> steps, String name, int in, int hidden) {
        List<Operand<TFloat32>> inputs = unstacked(denseAtEachStep(steps, name + ".in", in, 3 * hidden));
        List<Operand<TFloat32>> first = gates(inputs.get(0), 3);
        Operand<TFloat32> state = tf.math.mul(tf.math.sigmoid(first.get(0)), tf.math.tanh(first.get(2)));
        for (Operand<TFloat32> input : inputs.subList(1, inputs.size())) {
            state = next(state, gates(input, 3), name);
        }
        return state;
    }

    private Operand<TFloat32> next(Operand<TFloat32> state, List<Operand<TFloat32>> read, String name) {
        List<Operand<TFloat32>> kept = gates(dense(state, name + ".hidden"), 3);
        Operand<TFloat32> update = tf.math.sigmoid(tf.math.add(read.get(0), kept.get(0)));
        Operand<TFloat32> reset = tf.math.sigmoid(tf.math.add(read.get(1), kept.get(1)));
        Operand<TFloat32> candidate = tf.math.tanh(tf.math.add(read.get(2), tf.math.mul(reset, kept.get(2))));
        return tf.math.add(state, tf.math.mul(update, tf.math.sub(candidate, state)));
    }

    private List<Operand<TFloat32>> gates(Operand<TFloat32> together, long count) {
        return new ArrayList<>(tf.split(tf.constant(1), together, count).output());
    }

    /** Builds a causal convolution over three steps that lie {@code apart}: [batch, steps, in] to [batch, steps, out]. */
    Operand<TFloat32> convolution(Operand<TFloat32> steps, String name, int in, int out, int apart) {
        int[][] before = {{0, 0}, {2 * apart, 0}, {0, 0}};
        Operand<TFloat32> padded = tf.pad(steps, tf.constant(before), tf.constant(0f));
        List<Operand<TFloat32>> shifted = new ArrayList<>();
        for (int tap = 0; tap < 3; tap++) {
            shifted.add(tf.slice(padded, tf.constant(new int[] {0, tap * apart, 0}), tf.constant(new int[] {
                -1, NetworkInputs.STEPS, in
            })));
        }
        return denseAtEachStep(tf.concat(shifted, tf.constant(2)), name, 3 * in, out);
    }

    /** Returns [batch, 3 x width]: the last step, the mean and the maximum of all steps. */
    Operand<TFloat32> pooled(Operand<TFloat32> steps, int width) {
        Operand<TFloat32> last = tf.slice(
                steps, tf.constant(new int[] {0, NetworkInputs.STEPS - 1, 0}), tf.constant(new int[] {-1, 1, width}));
        return concatenate(List.of(
                tf.reshape(last, tf.constant(new int[] {-1, width})),
                tf.math.mean(steps, tf.constant(1), Mean.keepDims(false)),
                tf.max(steps, tf.constant(1), Max.keepDims(false))));
    }

    /** Builds the same dense layer at every step. */
    Operand<TFloat32> denseAtEachStep(Operand<TFloat32> steps, String name, int in, int out) {
        Operand<TFloat32> flat = tf.reshape(steps, tf.constant(new int[] {-1, in}));
        return tf.reshape(dense(flat, name), tf.constant(new int[] {-1, NetworkInputs.STEPS, out}));
    }

    private List<Operand<TFloat32>> unstacked(Operand<TFloat32> steps) {
        return new ArrayList<>(
                tf.unstack(steps, (long) NetworkInputs.STEPS, Unstack.axis(1L)).output());
    }
}
