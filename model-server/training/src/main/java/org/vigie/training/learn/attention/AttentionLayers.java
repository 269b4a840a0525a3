package org.vigie.training.learn.attention;

import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vigie.training.learn.network.InitialWeights;

/**
 * Builds the layers of a transformer over [batch, steps, width]. Normalisation stands before each layer.
 *
 * <p>Source: Vaswani A et al. Attention is all you need. NeurIPS 2017; Xiong R et al. On layer normalization in the transformer. ICML 2020.
 *
 * @param weights variables in training, or constants in serving, by name
 */
record AttentionLayers(Ops tf, Function<String, Operand<TFloat32>> weights, int steps, int width, int heads) {
    private static final float SMALL = 1e-5f;

    static void start(InitialWeights weights, String name, int steps, int width, int heads, int inner) {
        weights.constant(name + ".norm", 1, new float[width])
                .dense(name + ".read", width, 3 * width)
                .array(name + ".distance", DistanceBias.of(heads, steps), 1, heads, steps, steps)
                .dense(name + ".joined", width, width)
                .constant(name + ".between", 1, new float[width])
                .dense(name + ".inner", width, inner)
                .dense(name + ".outer", inner, width);
    }

    /** Builds one block: attention, then a feed-forward layer, each added to its input. */
    Operand<TFloat32> block(Operand<TFloat32> values, String name, Operand<TFloat32> allowed) {
        Operand<TFloat32> attended = tf.math.add(values, attention(normalised(values, name + ".norm"), name, allowed));
        Operand<TFloat32> inner = tf.nn.relu(dense(rows(normalised(attended, name + ".between")), name + ".inner"));
        return tf.math.add(attended, stepsOf(dense(inner, name + ".outer"), width));
    }

    /** @param allowed [1, 1, steps, steps]: added to the scores, 0 or a large negative number */
    private Operand<TFloat32> attention(Operand<TFloat32> values, String name, Operand<TFloat32> allowed) {
        List<Operand<TFloat32>> parts = parts(dense(rows(values), name + ".read"));
        Operand<TFloat32> scores = tf.math.mul(product(parts.get(0), parts.get(1), true), tf.constant((float)
                (1 / Math.sqrt((double) width / heads))));
        Operand<TFloat32> biased = tf.math.add(tf.math.add(scores, weights.apply(name + ".distance")), allowed);
        Operand<TFloat32> read = product(tf.nn.softmax(biased), parts.get(2), false);
        Operand<TFloat32> side = tf.linalg.transpose(read, ints(0, 2, 1, 3));
        return stepsOf(dense(tf.reshape(side, ints(-1, width)), name + ".joined"), width);
    }

    /** Returns query, key and value, each [batch, heads, steps, width / heads]. */
    private List<Operand<TFloat32>> parts(Operand<TFloat32> together) {
        return tf.split(tf.constant(1), together, 3L).output().stream()
                .map(part -> tf.reshape(part, ints(-1, steps, heads, width / heads)))
                .<Operand<TFloat32>>map(part -> tf.linalg.transpose(part, ints(0, 2, 1, 3)))
                .toList();
    }

    private Operand<TFloat32> product(Operand<TFloat32> left, Operand<TFloat32> right, boolean turned) {
        return tf.train.batchMatMul(left, right, TFloat32.class, BatchMatMul.adjY(turned));
    }

    /** Builds a layer normalisation; its scale is 1 plus the learnt weights. */
    Operand<TFloat32> normalised(Operand<TFloat32> values, String name) {
        Operand<TFloat32> centred = tf.math.sub(values, mean(values));
        Operand<TFloat32> spread = tf.math.rsqrt(tf.math.add(mean(tf.math.square(centred)), tf.constant(SMALL)));
        Operand<TFloat32> scale = tf.math.add(tf.constant(1f), weights.apply(name + ".weights"));
        return tf.math.add(tf.math.mul(tf.math.mul(centred, spread), scale), weights.apply(name + ".bias"));
    }

    private Operand<TFloat32> mean(Operand<TFloat32> values) {
        return tf.math.mean(values, tf.constant(2), Mean.keepDims(true));
    }

    /** Builds a dense layer: [rows, in] to [rows, out]. */
    Operand<TFloat32> dense(Operand<TFloat32> values, String name) {
        return tf.nn.biasAdd(tf.linalg.matMul(values, weights.apply(name + ".weights")), weights.apply(name + ".bias"));
    }

    private Operand<TFloat32> rows(Operand<TFloat32> values) {
        return tf.reshape(values, ints(-1, width));
    }

    Operand<TFloat32> stepsOf(Operand<TFloat32> values, int columns) {
        return tf.reshape(values, ints(-1, steps, columns));
    }

    private Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }
}
