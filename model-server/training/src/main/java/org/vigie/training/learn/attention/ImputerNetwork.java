package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;
import static org.vigie.inference.imputation.ImputerChannels.CHANNELS;

import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.training.learn.network.InitialWeights;
import org.vigie.training.learn.network.WeightArray;

/**
 * Builds an imputer: the hours of a stay read each other by attention, then a layer of its own for each column corrects the simple estimate
 * of each cell.
 *
 * <p>Source: Du W, Côté D, Liu Y. SAITS: self-attention-based imputation for time series. Expert Syst Appl 2023;219 (attention over hours,
 * training on hidden cells). The layer per column and the quantiles are of this project.
 *
 * @param weights variables in training, or constants in serving, by name
 */
record ImputerNetwork(
        Ops tf, ImputerConfig config, ImputationDirection direction, Function<String, Operand<TFloat32>> weights) {
    private static final int PER_HOUR = COLUMNS * CHANNELS;
    private static final float FARTHEST = 8;

    /** Draws the first weights. */
    static Map<String, WeightArray> start(ImputerConfig config) {
        InitialWeights weights = new InitialWeights(config.seed());
        weights.dense("enter", PER_HOUR, config.width())
                .array("hour", new float[HOURS * config.width()], 1, HOURS, config.width());
        for (int block = 0; block < config.blocks(); block++) {
            AttentionLayers.start(weights, "block" + block, HOURS, config.width(), config.heads(), config.inner());
        }
        weights.constant("norm", 1, new float[config.width()]);
        CellCorrectionLayers.start(weights, config.width(), config.context(), config.cell());
        return weights.all();
    }

    /** @param channels [batch, 48, 36, 10], see {@link ImputerChannels} */
    ImputedQuantiles quantiles(Operand<TFloat32> channels) {
        Operand<TFloat32> near =
                tf.math.maximum(tf.math.minimum(channels, tf.constant(FARTHEST)), tf.constant(-FARTHEST));
        Operand<TFloat32> hours = tf.reshape(near, ints(-1, PER_HOUR));
        CellCorrectionLayers cells = new CellCorrectionLayers(tf, weights, config.context(), config.cell());
        Operand<TFloat32> outputs = cells.outputs(near, layers().dense(state(hours), "context"));
        Operand<TFloat32> linear = grid(layers().dense(hours, "linear"));
        Operand<TFloat32> estimate = grid(cells.channel(channels, ImputerChannels.ESTIMATE));
        Operand<TFloat32> median = tf.math.add(tf.math.add(estimate, linear), output(outputs, 0));
        Operand<TFloat32> fixed = tf.stopGradient(median);
        return new ImputedQuantiles(
                median,
                tf.math.sub(fixed, tf.math.softplus(output(outputs, 1))),
                tf.math.add(fixed, tf.math.softplus(output(outputs, 2))));
    }

    /** Returns the state of each hour after attention: [batch x 48, width]. */
    private Operand<TFloat32> state(Operand<TFloat32> hours) {
        AttentionLayers layers = layers();
        Operand<TFloat32> allowed = tf.constant(DistanceBias.allowed(HOURS, direction == ImputationDirection.CAUSAL));
        Operand<TFloat32> state =
                tf.math.add(layers.stepsOf(layers.dense(hours, "enter"), config.width()), weights.apply("hour"));
        for (int block = 0; block < config.blocks(); block++) {
            state = layers.block(state, "block" + block, allowed);
        }
        return tf.reshape(layers.normalised(state, "norm"), ints(-1, config.width()));
    }

    private Operand<TFloat32> output(Operand<TFloat32> outputs, int place) {
        return grid(tf.slice(outputs, ints(0, 0, place), ints(-1, -1, 1)));
    }

    private Operand<TFloat32> grid(Operand<TFloat32> values) {
        return tf.reshape(values, ints(-1, HOURS, COLUMNS));
    }

    private AttentionLayers layers() {
        return new AttentionLayers(tf, weights, HOURS, config.width(), config.heads());
    }

    private Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }
}
