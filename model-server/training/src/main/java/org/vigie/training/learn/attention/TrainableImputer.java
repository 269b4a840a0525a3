package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.AdamWOptimizer;
import org.vigie.training.learn.network.GraphVariables;
import org.vigie.training.learn.network.WeightArray;

/** Trains an imputer by steps of AdamW on one thread, so that the same seed gives the same weights. */
final class TrainableImputer implements AutoCloseable {
    private static final float LOW = .05f;
    private static final float INTERVAL_WEIGHT = .3f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = GraphVariables.session(graph);
    private final GraphVariables variables;
    private final Placeholder<TFloat32> channels = placeholder(HOURS, COLUMNS, ImputerChannels.CHANNELS);
    private final Placeholder<TFloat32> truth = placeholder(HOURS, COLUMNS);
    private final Placeholder<TFloat32> hidden = placeholder(HOURS, COLUMNS);
    private final ImputedQuantiles quantiles;
    private final Operand<TFloat32> loss;
    private final AdamWOptimizer adam;

    TrainableImputer(ImputerConfig config, ImputationDirection direction, Map<String, WeightArray> start) {
        variables = new GraphVariables(tf, session, start);
        quantiles = new ImputerNetwork(tf, config, direction, variables::get).quantiles(channels);
        loss = loss();
        Output<?>[] gradients = graph.addGradients(loss.asOutput(), variables.outputs());
        adam = new AdamWOptimizer(tf, config.decay(), variables.all(), List.of(gradients));
        variables.restore(start);
        session.runner().addTarget(adam.start()).run().close();
    }

    /** Builds the loss: the mean pinball loss of the three quantiles over the hidden cells. */
    private Operand<TFloat32> loss() {
        Operand<TFloat32> interval = tf.math.mul(
                tf.math.add(pinball(quantiles.low(), LOW), pinball(quantiles.high(), 1 - LOW)),
                tf.constant(INTERVAL_WEIGHT));
        Operand<TFloat32> each = tf.math.add(pinball(quantiles.median(), .5f), interval);
        return tf.math.div(sum(tf.math.mul(each, hidden)), tf.math.maximum(sum(hidden), tf.constant(1f)));
    }

    /** Builds twice the pinball loss, so that that of the median is the absolute error. */
    private Operand<TFloat32> pinball(Operand<TFloat32> quantile, float share) {
        Operand<TFloat32> above = tf.nn.relu(tf.math.sub(truth, quantile));
        Operand<TFloat32> below = tf.nn.relu(tf.math.sub(quantile, truth));
        return tf.math.add(
                tf.math.mul(above, tf.constant(2 * share)), tf.math.mul(below, tf.constant(2 * (1 - share))));
    }

    private Operand<TFloat32> sum(Operand<TFloat32> values) {
        return tf.sum(values, tf.constant(new int[] {0, 1, 2}), Sum.keepDims(false));
    }

    private Placeholder<TFloat32> placeholder(long... axes) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(axes).prepend(Shape.UNKNOWN_SIZE)));
    }

    /** Runs one step and returns the mean loss of the batch. */
    float trainStep(ImputerBatch batch, double rate) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(loss);
            feed(batch, runner, tensors);
            adam.feed(runner, rate, tensors);
            try (Result result = runner.addTarget(adam.step()).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    private void feed(ImputerBatch batch, Session.Runner runner, TensorScope tensors) {
        long size = batch.size();
        runner.feed(channels, tensors.of(batch.channels(), size, HOURS, COLUMNS, ImputerChannels.CHANNELS));
        runner.feed(truth, tensors.of(batch.truth(), size, HOURS, COLUMNS));
        runner.feed(hidden, tensors.of(batch.hidden(), size, HOURS, COLUMNS));
    }

    /** Returns the loss of a batch without a step. */
    float loss(ImputerBatch batch) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(loss);
            feed(batch, runner, tensors);
            try (Result result = runner.run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    Map<String, WeightArray> weights() {
        return new LinkedHashMap<>(variables.values());
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
