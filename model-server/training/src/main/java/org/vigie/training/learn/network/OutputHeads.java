package org.vigie.training.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.NetworkInputs;

/**
 * Holds the outputs of a network.
 *
 * @param logit [batch]: log odds of death in hospital, not calibrated
 * @param hazards [batch, 30]: log odds of dying on each day among those alive before it
 * @param stay [batch]: log(1 + days in hospital)
 */
public record OutputHeads(Operand<TFloat32> logit, Operand<TFloat32> hazards, Operand<TFloat32> stay) {
    /** Days of the survival curve. */
    static final int DAYS = 30;

    private static final float RARE = -1.8f;
    private static final float RARE_IN_A_DAY = -5;
    private static final float USUAL_STAY = 2.4f;

    static Map<String, WeightArray> start(NetworkConfig config) {
        InitialWeights weights = new InitialWeights(config.seed());
        config.architecture().start(weights, config.hidden());
        int width = width(config);
        float[] bias = new float[DAYS + 1];
        Arrays.fill(bias, RARE_IN_A_DAY);
        bias[DAYS] = USUAL_STAY;
        return weights.dense("mixed", width, config.mixed())
                .constant("risk", width + config.mixed(), RARE)
                .constant("days", config.mixed(), bias)
                .all();
    }

    /** Returns the width of the heads' input: the state beside the summary. */
    static int width(NetworkConfig config) {
        return config.architecture().width(config.hidden()) + NetworkInputs.SUMMARY;
    }

    public static OutputHeads of(
            NetworkConfig config, NetworkLayers layers, Operand<TFloat32> steps, Operand<TFloat32> summary) {
        Operand<TFloat32> state =
                config.architecture().state(layers, layers.withDropout(steps, "steps"), config.hidden());
        Operand<TFloat32> read = layers.withDropout(layers.concatenate(List.of(state, summary)), "read");
        Operand<TFloat32> mixed = layers.withDropout(layers.relu(layers.dense(read, "mixed")), "mixed");
        Operand<TFloat32> risk = layers.dense(layers.concatenate(List.of(read, mixed)), "risk");
        Operand<TFloat32> days = layers.dense(mixed, "days");
        return new OutputHeads(
                column(layers.tf(), risk, 0),
                layers.tf().slice(days, ints(layers.tf(), 0, 0), ints(layers.tf(), -1, DAYS)),
                column(layers.tf(), days, DAYS));
    }

    private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> out, int column) {
        return tf.reshape(tf.slice(out, ints(tf, 0, column), ints(tf, -1, 1)), tf.constant(new int[] {-1}));
    }

    private static Operand<org.tensorflow.types.TInt32> ints(Ops tf, int... numbers) {
        return tf.constant(numbers);
    }
}
