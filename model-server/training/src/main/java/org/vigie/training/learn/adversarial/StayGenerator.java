package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.training.learn.adversarial.EncodedStay.FACTS;
import static org.vigie.training.learn.adversarial.EncodedStay.PER_HOUR;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.GraphVariables;
import org.vigie.training.learn.network.WeightArray;

/** Makes stays with a trained generator. The same random numbers give the same stay. */
public final class StayGenerator implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = GraphVariables.session(graph);
    private final AdversarialConfig config;
    private final SeriesQuantiles scaling;
    private final AdversarialInputs inputs;
    private final GeneratedCells made;

    StayGenerator(AdversarialConfig config, SeriesQuantiles scaling, Map<String, WeightArray> weights) {
        this.config = config;
        this.scaling = scaling;
        Ops tf = Ops.create(graph);
        inputs = AdversarialInputs.in(tf, config);
        GraphVariables variables = new GraphVariables(tf, session, weights);
        variables.restore(weights);
        made = new GeneratorNetwork(new HourLayers(tf, variables::get), config)
                .generate(inputs.noise(), inputs.hourNoise(), inputs.conditions());
    }

    /** Makes one stay that fulfils a condition. */
    public LabelledStay generate(int id, StayCondition condition, SplittableRandom random) {
        EncodedStay empty = new EncodedStay(new float[HOURS * PER_HOUR], new float[2 * FACTS], condition);
        AdversarialBatch batch = AdversarialBatch.of(List.of(empty), config, random);
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(made.cells()).fetch(made.facts());
            inputs.feed(batch, runner, tensors);
            try (Result result = runner.run()) {
                return new EncodedStay(numbers(result, 0), numbers(result, 1), condition).decoded(id, scaling, random);
            }
        }
    }

    private static float[] numbers(Result result, int place) {
        return WeightArray.of((TFloat32) result.get(place)).values();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
