package org.vigie.training.learn.adversarial;

import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vigie.training.learn.network.InitialWeights;

/**
 * Builds the layers of a generator and of a critic over [batch, hours, width]. Convolutions are matrix products of shifted copies and the
 * activation is a leaky ReLU, because a gradient penalty needs their second derivatives.
 *
 * @param weights variables in training, by name
 */
record HourLayers(Ops tf, Function<String, Operand<TFloat32>> weights) {
    private static final float LEAK = .2f;

    /** Draws the weights of {@link #halved}. */
    static void startHalved(InitialWeights weights, String name, int in, int out) {
        weights.dense(name, 4 * in, out);
    }

    /** Draws the weights of {@link #doubled}. */
    static void startDoubled(InitialWeights weights, String name, int in, int out) {
        weights.dense(name + ".spread", in, 2 * out).dense(name + ".mixed", 3 * out, out);
    }

    Operand<TFloat32> dense(Operand<TFloat32> rows, String name) {
        return tf.nn.biasAdd(tf.linalg.matMul(rows, weights.apply(name + ".weights")), weights.apply(name + ".bias"));
    }

    Operand<TFloat32> active(Operand<TFloat32> values) {
        return tf.nn.leakyRelu(values, LeakyRelu.alpha(LEAK));
    }

    /** Builds a convolution over four hours with stride two: [batch, hours, in] to [batch, hours / 2, out]. */
    Operand<TFloat32> halved(Operand<TFloat32> steps, String name, int hours, int in, int out) {
        int half = hours / 2;
        Operand<TFloat32> pairs = tf.reshape(steps, ints(-1, half, 2 * in));
        Operand<TFloat32> windows = tf.concat(List.of(shifted(pairs, half, 2 * in, 1), pairs), tf.constant(2));
        return tf.reshape(active(dense(tf.reshape(windows, ints(-1, 4 * in)), name)), ints(-1, half, out));
    }

    /** Builds a transposed convolution and one over three hours: [batch, hours, in] to [batch, 2 x hours, out]. */
    Operand<TFloat32> doubled(Operand<TFloat32> steps, String name, int hours, int in, int out) {
        Operand<TFloat32> spread = active(dense(tf.reshape(steps, ints(-1, in)), name + ".spread"));
        int twice = 2 * hours;
        Operand<TFloat32> each = tf.reshape(spread, ints(-1, twice, out));
        Operand<TFloat32> windows =
                tf.concat(List.of(shifted(each, twice, out, 1), each, shifted(each, twice, out, -1)), tf.constant(2));
        return tf.reshape(active(dense(tf.reshape(windows, ints(-1, 3 * out)), name + ".mixed")), ints(-1, twice, out));
    }

    /** Moves the steps by one place later or earlier; the free place is 0. */
    private Operand<TFloat32> shifted(Operand<TFloat32> steps, int count, int width, int by) {
        int[][] edges = {{0, 0}, {by > 0 ? 1 : 0, by > 0 ? 0 : 1}, {0, 0}};
        Operand<TFloat32> padded = tf.pad(steps, tf.constant(edges), tf.constant(0f));
        return tf.slice(padded, ints(0, by > 0 ? 0 : 1, 0), ints(-1, count, width));
    }

    Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }
}
