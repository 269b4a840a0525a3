package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;

/**
 * A network under training: one step of AdamW at a time. One thread inside TensorFlow, so that the same seed gives the same weights on any
 * machine of the same kind.
 */
final class Network implements AutoCloseable {
    private static final int PREDICTED_AT_ONCE = 256;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(
            graph,
            ConfigProto.newBuilder()
                    .setIntraOpParallelismThreads(1)
                    .setInterOpParallelismThreads(1)
                    .build());
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> masks = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloat32>> incoming = new LinkedHashMap<>();
    private final Map<String, Assign<TFloat32>> assigns = new LinkedHashMap<>();
    private final Windows windows = Windows.placeholders(tf);
    private final Placeholder<TFloat32> died = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
    private final Operand<TFloat32> logit;
    private final Operand<TFloat32> loss;
    private final AdamW adam;

    Network(Scaling scaling, Map<String, Weight> start, AdamW.Settings settings) {
        start.forEach((name, weight) -> variables.put(name, tf.variable(weight.shape(), TFloat32.class)));
        variables.forEach((name, variable) -> {
            incoming.put(name, tf.placeholder(TFloat32.class));
            assigns.put(name, tf.assign(variable, incoming.get(name)));
        });
        logit = new SurvivalLstm(tf, variables::get).logit(new Inputs(tf, windows, scaling), this::masked);
        loss = tf.math.mean(tf.math.sub(tf.math.softplus(logit), tf.math.mul(died, logit)), tf.constant(0));
        adam = new AdamW(tf, settings, List.copyOf(variables.values()), gradients());
        restore(start);
        session.runner().addTarget(adam.start()).run().close();
    }

    /** One step; the masks are dropout's. Returns the batch's mean loss. */
    float learn(List<ScoreRequest> batch, float[] labels, Map<String, Weight> dropout) {
        try (Tensors tensors = new Tensors()) {
            Session.Runner runner = session.runner().fetch(loss);
            windows.feed(runner, batch, tensors);
            runner.feed(died, tensors.of(labels, labels.length));
            dropout.forEach((name, mask) -> runner.feed(
                    masks.get(name), tensors.of(mask.values(), mask.shape().asArray())));
            adam.feed(runner, tensors);
            try (Result result = runner.addTarget(adam.step()).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    /** Log odds, without dropout. */
    float[] logits(List<ScoreRequest> all) {
        float[] logits = new float[all.size()];
        for (int from = 0; from < all.size(); from += PREDICTED_AT_ONCE) {
            List<ScoreRequest> part = all.subList(from, Math.min(all.size(), from + PREDICTED_AT_ONCE));
            try (Tensors tensors = new Tensors()) {
                Session.Runner runner = session.runner().fetch(logit);
                windows.feed(runner, part, tensors);
                try (Result result = runner.run()) {
                    float[] values = Weight.of((TFloat32) result.get(0)).values();
                    System.arraycopy(values, 0, logits, from, values.length);
                }
            }
        }
        return logits;
    }

    Map<String, Weight> weights() {
        Session.Runner runner = session.runner();
        variables.values().forEach(runner::fetch);
        Map<String, Weight> weights = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int position = 0;
            for (String name : variables.keySet()) {
                weights.put(name, Weight.of((TFloat32) result.get(position++)));
            }
        }
        return weights;
    }

    void restore(Map<String, Weight> weights) {
        try (Tensors tensors = new Tensors()) {
            Session.Runner runner = session.runner();
            weights.forEach((name, weight) -> runner.feed(
                            incoming.get(name),
                            tensors.of(weight.values(), weight.shape().asArray()))
                    .addTarget((Op) assigns.get(name)));
            runner.run().close();
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    /** Times a mask that is 1 unless fed. */
    private Operand<TFloat32> masked(Ops ops, Operand<TFloat32> values, String name) {
        masks.put(name, ops.placeholderWithDefault(ops.constant(new float[] {1}), Shape.unknown()));
        return ops.math.mul(values, masks.get(name));
    }

    private List<Output<?>> gradients() {
        Output<?>[] of = variables.values().stream().map(Variable::asOutput).toArray(Output<?>[]::new);
        return new ArrayList<>(List.of(graph.addGradients(loss.asOutput(), of)));
    }
}
