package org.vigie.training.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.NetworkInputs;
import org.vigie.training.learn.encode.TensorScope;

/**
 * Trains a network by steps of AdamW. TensorFlow uses one thread, so that the same seed gives the same weights on any machine of the
 * same kind.
 */
final class TrainableNetwork implements AutoCloseable {
    private static final int PREDICTED_AT_ONCE = 500;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = GraphVariables.session(graph);
    private final Map<String, Operand<TFloat32>> masks = new LinkedHashMap<>();
    private final GraphVariables variables;
    private final Placeholder<TFloat32> steps = placeholder(NetworkInputs.STEPS, NetworkInputs.PER_STEP);
    private final Placeholder<TFloat32> summary = placeholder(NetworkInputs.SUMMARY);
    private final Placeholder<TFloat32> died = placeholder();
    private final Placeholder<TFloat32> atRisk = placeholder(OutputHeads.DAYS);
    private final Placeholder<TFloat32> deaths = placeholder(OutputHeads.DAYS);
    private final Placeholder<TFloat32> stay = placeholder();
    private final Placeholder<TFloat32> stayKnown = placeholder();
    private final OutputHeads heads;
    private final Operand<TFloat32> loss;
    private final AdamWOptimizer adam;

    TrainableNetwork(NetworkConfig config, Map<String, WeightArray> start) {
        variables = new GraphVariables(tf, session, start);
        heads = OutputHeads.of(config, new NetworkLayers(tf, variables::get, this::masked), steps, summary);
        loss = loss(config);
        adam = new AdamWOptimizer(tf, config.decay(), variables.all(), gradients());
        restore(start);
        session.runner().addTarget(adam.start()).run().close();
    }

    /** Runs one step with dropout masks and returns the mean loss of the batch. */
    float trainStep(TrainingBatch batch, Map<String, WeightArray> dropout, double rate) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(loss);
            feed(batch, runner, tensors);
            dropout.forEach((name, mask) -> runner.feed(
                    masks.get(name), tensors.of(mask.values(), mask.shape().asArray())));
            adam.feed(runner, rate, tensors);
            try (Result result = runner.addTarget(adam.step()).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    private void feed(TrainingBatch batch, Session.Runner runner, TensorScope tensors) {
        long size = batch.size();
        runner.feed(steps, tensors.of(batch.steps(), size, NetworkInputs.STEPS, NetworkInputs.PER_STEP));
        runner.feed(summary, tensors.of(batch.summaries(), size, NetworkInputs.SUMMARY));
        runner.feed(died, tensors.of(batch.died(), size));
        runner.feed(atRisk, tensors.of(batch.atRisk(), size, OutputHeads.DAYS));
        runner.feed(deaths, tensors.of(batch.deaths(), size, OutputHeads.DAYS));
        runner.feed(stay, tensors.of(batch.stay(), size));
        runner.feed(stayKnown, tensors.of(batch.stayKnown(), size));
    }

    /** Predicts log odds without dropout. */
    float[] logits(EncodedWindows rows) {
        float[] logits = new float[rows.size()];
        for (int from = 0; from < logits.length; from += PREDICTED_AT_ONCE) {
            int to = Math.min(logits.length, from + PREDICTED_AT_ONCE);
            float[] values =
                    logits(Arrays.copyOfRange(rows.steps(), from, to), Arrays.copyOfRange(rows.summaries(), from, to));
            System.arraycopy(values, 0, logits, from, values.length);
        }
        return logits;
    }

    private float[] logits(float[][] someSteps, float[][] someSummaries) {
        long size = someSteps.length;
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(heads.logit());
            float[] joined = TrainingBatch.join(someSteps);
            runner.feed(steps, tensors.of(joined, size, NetworkInputs.STEPS, NetworkInputs.PER_STEP));
            runner.feed(summary, tensors.of(TrainingBatch.join(someSummaries), size, NetworkInputs.SUMMARY));
            try (Result result = runner.run()) {
                return WeightArray.of((TFloat32) result.get(0)).values();
            }
        }
    }

    Map<String, WeightArray> weights() {
        return variables.values();
    }

    void restore(Map<String, WeightArray> weights) {
        variables.restore(weights);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    /**
     * Builds the loss: cross entropy of death in hospital and of each day at risk, and the absolute error of the logarithm of the length of
     * stay.
     */
    private Operand<TFloat32> loss(NetworkConfig config) {
        Operand<TFloat32> days =
                tf.sum(tf.math.mul(atRisk, crossEntropy(heads.hazards(), deaths)), tf.constant(1), Sum.keepDims(false));
        Operand<TFloat32> stays = tf.math.mul(stayKnown, tf.math.abs(tf.math.sub(heads.stay(), stay)));
        Operand<TFloat32> sum = tf.math.add(
                crossEntropy(heads.logit(), died),
                tf.math.add(
                        tf.math.mul(days, tf.constant((float) config.survival())),
                        tf.math.mul(stays, tf.constant((float) config.staying()))));
        return tf.math.mean(sum, tf.constant(0), Mean.keepDims(false));
    }

    private Operand<TFloat32> crossEntropy(Operand<TFloat32> logits, Operand<TFloat32> labels) {
        return tf.math.sub(tf.math.softplus(logits), tf.math.mul(labels, logits));
    }

    private Placeholder<TFloat32> placeholder(long... axes) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(axes).prepend(Shape.UNKNOWN_SIZE)));
    }

    /** Multiplies by a mask that is 1 unless it is fed. */
    private Operand<TFloat32> masked(Operand<TFloat32> values, String name) {
        masks.put(name, tf.placeholderWithDefault(tf.constant(new float[] {1}), Shape.unknown()));
        return tf.math.mul(values, masks.get(name));
    }

    private List<Output<?>> gradients() {
        return new ArrayList<>(List.of(graph.addGradients(loss.asOutput(), variables.outputs())));
    }
}
