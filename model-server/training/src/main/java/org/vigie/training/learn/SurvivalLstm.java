package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.vigie.signal.window.HourlyGrid;

/**
 * The network: an LSTM reads the hours, a linear layer reads its last state beside the window's summary. Unrolled, for only so do gradients
 * exist in TensorFlow Java.
 */
final class SurvivalLstm {
    static final int HIDDEN = 64;
    static final int HEAD = HIDDEN + Inputs.SUMMARY;

    private static final int GATES = 4 * HIDDEN;

    private final Ops tf;
    private final Function<String, Operand<TFloat32>> weights;

    /** @param weights variables to train, or constants to serve, by name */
    SurvivalLstm(Ops tf, Function<String, Operand<TFloat32>> weights) {
        this.tf = tf;
        this.weights = weights;
    }

    /** What dropout does in training and nothing does in serving. */
    interface Thinning {
        Thinning NONE = (tf, values, name) -> values;

        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> values, String name);
    }

    /** [batch]: the log odds of in-hospital death, not yet calibrated. */
    Operand<TFloat32> logit(Inputs inputs, Thinning thinning) {
        Operand<TFloat32> state = lastState(thinning.apply(tf, inputs.hours(), "hours"));
        Operand<TFloat32> head = tf.concat(List.of(state, inputs.summary()), tf.constant(1));
        Operand<TFloat32> odds = tf.nn.biasAdd(
                tf.linalg.matMul(thinning.apply(tf, head, "head"), weights.apply("head.weights")),
                weights.apply("head.bias"));
        return tf.reshape(odds, tf.constant(new int[] {-1}));
    }

    /** Glorot-uniform, forget gates open; the same seed gives the same numbers. */
    static Map<String, Weight> start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Weight> start = new LinkedHashMap<>();
        start.put("lstm.input", glorot(random, Inputs.PER_HOUR, GATES));
        start.put("lstm.hidden", glorot(random, HIDDEN, GATES));
        start.put("lstm.bias", Weight.of(openForgetGates(), GATES));
        start.put("head.weights", Weight.of(new float[HEAD], HEAD, 1));
        start.put("head.bias", Weight.of(new float[1], 1));
        return start;
    }

    private Operand<TFloat32> lastState(Operand<TFloat32> hours) {
        Operand<TFloat32> flat = tf.reshape(hours, tf.constant(new int[] {-1, Inputs.PER_HOUR}));
        Operand<TFloat32> projected =
                tf.nn.biasAdd(tf.linalg.matMul(flat, weights.apply("lstm.input")), weights.apply("lstm.bias"));
        Operand<TFloat32> steps = tf.reshape(projected, tf.constant(new int[] {-1, HourlyGrid.HOURS, GATES}));
        Operand<TFloat32> output = null;
        Operand<TFloat32> memory = null;
        for (Operand<TFloat32> step :
                tf.unstack(steps, (long) HourlyGrid.HOURS, Unstack.axis(1L)).output()) {
            Operand<TFloat32> sum =
                    output == null ? step : tf.math.add(step, tf.linalg.matMul(output, weights.apply("lstm.hidden")));
            List<Operand<TFloat32>> gates =
                    new ArrayList<>(tf.split(tf.constant(1), sum, 4L).output());
            Operand<TFloat32> written = tf.math.mul(tf.math.sigmoid(gates.get(0)), tf.math.tanh(gates.get(2)));
            memory =
                    memory == null ? written : tf.math.add(tf.math.mul(tf.math.sigmoid(gates.get(1)), memory), written);
            output = tf.math.mul(tf.math.sigmoid(gates.get(3)), tf.math.tanh(memory));
        }
        return output;
    }

    private static Weight glorot(SplittableRandom random, int in, int out) {
        double limit = Math.sqrt(6.0 / (in + out));
        float[] values = new float[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
        return Weight.of(values, in, out);
    }

    /** Gates lie in the order input, forget, cell, output. */
    private static float[] openForgetGates() {
        float[] bias = new float[GATES];
        Arrays.fill(bias, HIDDEN, 2 * HIDDEN, 1f);
        return bias;
    }
}
