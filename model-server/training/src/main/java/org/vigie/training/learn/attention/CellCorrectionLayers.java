package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputerChannels.CHANNELS;

import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.training.learn.network.InitialWeights;

/**
 * Builds the layers of the cells: each column has its own, with the cell's channels, the context of its hour, and the measured values of
 * that hour.
 *
 * @param weights variables in training, or constants in serving, by name
 * @param context numbers that the state of an hour gives to each of its cells
 * @param cell width of the layer of a cell
 */
record CellCorrectionLayers(Ops tf, Function<String, Operand<TFloat32>> weights, int context, int cell) {
    /** Numbers for each cell: correction of the median, distance to the 5 % and to the 95 % quantile. */
    private static final int OUTPUTS = 3;

    static void start(InitialWeights weights, int width, int context, int cell) {
        weights.dense("context", width, COLUMNS * context)
                .constant("linear", COLUMNS * CHANNELS, new float[COLUMNS])
                .dense("surprise", COLUMNS, COLUMNS * cell)
                .stacked("cell", COLUMNS, CHANNELS + context, cell)
                .stacked("out", COLUMNS, cell, OUTPUTS);
    }

    /**
     * Returns the outputs of the cells: [batch x 48, 36, 3].
     *
     * @param channels [batch, 48, 36, 10]
     * @param contexts [batch x 48, 36 x context]
     */
    Operand<TFloat32> outputs(Operand<TFloat32> channels, Operand<TFloat32> contexts) {
        Operand<TFloat32> own = tf.reshape(channels, ints(-1, COLUMNS, CHANNELS));
        Operand<TFloat32> joined =
                tf.concat(List.of(own, tf.reshape(contexts, ints(-1, COLUMNS, context))), tf.constant(2));
        Operand<TFloat32> cells = tf.linalg.transpose(joined, ints(1, 0, 2));
        Operand<TFloat32> hidden = tf.nn.relu(tf.math.add(stacked(cells, "cell"), surprises(channels)));
        return tf.linalg.transpose(stacked(hidden, "out"), ints(1, 0, 2));
    }

    /**
     * Returns what the measured values of an hour, less their simple estimates, add to the layer of each cell: [36, batch x 48, cell]. So a
     * mean pressure follows the systolic one without passing the state of the hour.
     */
    private Operand<TFloat32> surprises(Operand<TFloat32> channels) {
        Operand<TFloat32> differences = tf.math.mul(
                tf.math.sub(channel(channels, 0), channel(channels, ImputerChannels.ESTIMATE)), channel(channels, 1));
        Operand<TFloat32> flat = tf.reshape(differences, ints(-1, COLUMNS));
        Operand<TFloat32> read = tf.nn.biasAdd(
                tf.linalg.matMul(flat, weights.apply("surprise.weights")), weights.apply("surprise.bias"));
        return tf.linalg.transpose(tf.reshape(read, ints(-1, COLUMNS, cell)), ints(1, 0, 2));
    }

    /** Returns one channel of every cell: [batch, 48, 36, 1]. */
    Operand<TFloat32> channel(Operand<TFloat32> channels, int place) {
        return tf.slice(channels, ints(0, 0, 0, place), ints(-1, -1, -1, 1));
    }

    /** Builds a dense layer for each column: [36, rows, in] to [36, rows, out]. */
    private Operand<TFloat32> stacked(Operand<TFloat32> values, String name) {
        // A batch product has no gradient for the reference that a variable gives.
        Operand<TFloat32> matrices = tf.identity(weights.apply(name + ".weights"));
        Operand<TFloat32> product = tf.train.batchMatMul(values, matrices, TFloat32.class, new BatchMatMul.Options[0]);
        return tf.math.add(product, weights.apply(name + ".bias"));
    }

    private Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }
}
