package org.vigie.training.learn.adversarial;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Builds the gradient penalty: the mean squared difference from 1 of the length of the critic's gradient at its inputs.
 *
 * <p>Source: Gulrajani I et al. Improved training of Wasserstein GANs. NeurIPS 2017.
 */
record GradientPenalty(Graph graph, Ops tf) {
    private static final float SMALL = 1e-8f;

    /**
     * Returns the penalty, a scalar.
     *
     * @param answers of the critic: [batch]
     * @param inputs [batch, ...] each
     */
    Operand<TFloat32> of(Operand<TFloat32> answers, List<Operand<TFloat32>> inputs) {
        // OnesLike has no registered gradient.
        Output<?>[] ones = {tf.math.add(tf.zerosLike(answers), tf.constant(1f)).asOutput()};
        Output<?>[] slopes = graph.addGradients(
                "slope",
                new Output<?>[] {answers.asOutput()},
                inputs.stream().map(Operand::asOutput).toArray(Output<?>[]::new),
                ones);
        Operand<TFloat32> squares = tf.constant(SMALL);
        for (Output<?> slope : slopes) {
            squares = tf.math.add(squares, squares(slope));
        }
        Operand<TFloat32> difference = tf.math.sub(tf.math.sqrt(squares), tf.constant(1f));
        return tf.math.mean(tf.math.square(difference), tf.constant(0), Mean.keepDims(false));
    }

    /** Returns the sum of squares of each stay. */
    @SuppressWarnings("unchecked")
    private Operand<TFloat32> squares(Output<?> slope) {
        Operand<TFloat32> numbers = (Operand<TFloat32>) slope;
        int[] axes = new int[numbers.shape().numDimensions() - 1];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = axis + 1;
        }
        return tf.sum(tf.math.square(numbers), tf.constant(axes), Sum.keepDims(false));
    }
}
