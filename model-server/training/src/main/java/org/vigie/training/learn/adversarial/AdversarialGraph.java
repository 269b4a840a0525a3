package org.vigie.training.learn.adversarial;

import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.AdamWOptimizer;
import org.vigie.training.learn.network.GraphVariables;
import org.vigie.training.learn.network.WeightArray;

/** Trains a generator and a critic by steps of Adam on one thread, so that the same seed gives the same weights. */
final class AdversarialGraph implements AutoCloseable {
    private static final float BETA1 = .5f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = GraphVariables.session(graph);
    private final AdversarialInputs inputs;
    private final GraphVariables generator;
    private final GraphVariables critic;
    private final CriticNetwork judge;
    private final GeneratedCells made;
    private final Operand<TFloat32> distance;
    private final AdamWOptimizer criticAdam;
    private final AdamWOptimizer generatorAdam;

    AdversarialGraph(AdversarialConfig config) {
        inputs = AdversarialInputs.in(tf, config);
        Map<String, WeightArray> generatorStart = GeneratorNetwork.start(config);
        Map<String, WeightArray> criticStart = CriticNetwork.start(config);
        generator = new GraphVariables(tf, session, generatorStart);
        critic = new GraphVariables(tf, session, criticStart);
        judge = new CriticNetwork(new HourLayers(tf, critic::get), config);
        made = new GeneratorNetwork(new HourLayers(tf, generator::get), config)
                .generate(inputs.noise(), inputs.hourNoise(), inputs.conditions());
        Operand<TFloat32> fooled = mean(judge.answers(made.cells(), made.facts(), inputs.conditions()));
        Operand<TFloat32> recorded = mean(judge.answers(inputs.cells(), inputs.facts(), inputs.conditions()));
        distance = tf.math.sub(recorded, fooled);
        Operand<TFloat32> penalty = tf.math.mul(penalty(), tf.constant((float) config.penalty()));
        criticAdam = adam(critic, tf.math.sub(penalty, distance));
        generatorAdam = adam(generator, tf.math.neg(fooled));
        start(generatorStart, criticStart);
    }

    private void start(Map<String, WeightArray> generatorStart, Map<String, WeightArray> criticStart) {
        generator.restore(generatorStart);
        critic.restore(criticStart);
        session.runner()
                .addTarget(criticAdam.start())
                .addTarget(generatorAdam.start())
                .run()
                .close();
    }

    private AdamWOptimizer adam(GraphVariables variables, Operand<TFloat32> loss) {
        Output<?>[] gradients = graph.addGradients(loss.asOutput(), variables.outputs());
        return new AdamWOptimizer(tf, 0, BETA1, variables.all(), List.of(gradients));
    }

    /** Builds the penalty on mixtures of recorded and generated stays. */
    private Operand<TFloat32> penalty() {
        Operand<TFloat32> cells = mixture(inputs.cells(), made.cells(), -1, 1, 1);
        Operand<TFloat32> facts = mixture(inputs.facts(), made.facts(), -1, 1);
        Operand<TFloat32> answers = judge.answers(cells, facts, inputs.conditions());
        return new GradientPenalty(graph, tf).of(answers, List.of(cells, facts));
    }

    private Operand<TFloat32> mixture(Operand<TFloat32> recorded, Operand<TFloat32> generated, int... shape) {
        Operand<TFloat32> share = tf.reshape(inputs.between(), tf.constant(shape));
        return tf.math.add(recorded, tf.math.mul(share, tf.math.sub(generated, recorded)));
    }

    private Operand<TFloat32> mean(Operand<TFloat32> answers) {
        return tf.math.mean(answers, tf.constant(0), Mean.keepDims(false));
    }

    /** Runs one step of the critic and returns the distance that it saw between recorded and generated stays. */
    float criticStep(AdversarialBatch batch, double rate) {
        return step(criticAdam, batch, rate);
    }

    /** Runs one step of the generator and returns the distance before it. */
    float generatorStep(AdversarialBatch batch, double rate) {
        return step(generatorAdam, batch, rate);
    }

    private float step(AdamWOptimizer adam, AdversarialBatch batch, double rate) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(distance);
            inputs.feed(batch, runner, tensors);
            adam.feed(runner, rate, tensors);
            try (Result result = runner.addTarget(adam.step()).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    Map<String, WeightArray> generatorWeights() {
        return generator.values();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
