package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.WeightArray;
import org.vigie.training.synthetic.SampleStays;

/** Tests that the gradients of the penalty equal numeric ones: second derivatives that TensorFlow Java lacks or has wrong would show here. */
class GradientPenaltyIT {
    private static final AdversarialConfig TINY = new AdversarialConfig(3, 2, 4, 3, 1, 1e-3, 10, 5);
    private static final float STEP = 5e-4f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph);
    private final SplittableRandom random = new SplittableRandom(5);
    private final Map<String, WeightArray> weights = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloat32>> places = new LinkedHashMap<>();
    private final AdversarialInputs inputs = AdversarialInputs.in(tf, TINY);
    private final AdversarialBatch batch = batch();

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    @Test
    void theGradientOfEveryWeightOfTheCriticEqualsTheNumericOne() {
        // given
        start(CriticNetwork.start(TINY));
        Operand<TFloat32> answers = new CriticNetwork(new HourLayers(tf, places::get), TINY)
                .answers(inputs.cells(), inputs.facts(), inputs.conditions());
        Operand<TFloat32> penalty = new GradientPenalty(graph, tf).of(answers, List.of(inputs.cells(), inputs.facts()));

        // when, then
        assertGradients(tf.math.add(penalty, tf.reshape(tf.slice(answers, ints(0), ints(1)), tf.constant(new int[0]))));
    }

    @Test
    void theGradientOfEveryWeightOfTheGeneratorsValuesEqualsTheNumericOne() {
        // given
        start(GeneratorNetwork.start(TINY));
        GeneratedCells made = new GeneratorNetwork(new HourLayers(tf, places::get), TINY)
                .generate(inputs.noise(), inputs.hourNoise(), inputs.conditions());
        Operand<TFloat32> sum = tf.sum(tf.math.square(made.cells()), ints(0, 1, 2));
        Placeholder<TFloat32> bias = places.get("cells.bias");

        // when: the bias of a mask has the gradient of a soft one, so that only those of the values are compared
        Output<?>[] gradients = graph.addGradients(sum.asOutput(), new Output<?>[] {bias.asOutput()});
        float[] gradient = Arrays.copyOf(values(gradients[0]), EncodedStay.PER_HOUR / 2);
        int strongest = strongest(gradient);

        // then
        assertThat(gradient[strongest]).isNotZero();
        assertThat(numeric(sum, weights.get("cells.bias").values(), strongest))
                .isCloseTo(gradient[strongest], within(.05f * Math.abs(gradient[strongest])));
    }

    private void start(Map<String, WeightArray> start) {
        start.forEach((name, weight) -> {
            float[] drawn = weight.values().clone();
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] += (float) random.nextDouble(-.1, .1);
            }
            weights.put(name, new WeightArray(weight.shape(), drawn));
            places.put(name, tf.placeholder(TFloat32.class, Placeholder.shape(weight.shape())));
        });
    }

    private void assertGradients(Operand<TFloat32> loss) {
        Output<?>[] gradients = gradients(loss);
        List<String> names = new ArrayList<>(places.keySet());
        for (int i = 0; i < names.size(); i++) {
            float[] gradient = values(gradients[i]);
            int strongest = strongest(gradient);
            float[] weight = weights.get(names.get(i)).values();
            assertThat(numeric(loss, weight, strongest))
                    .as(names.get(i))
                    .isCloseTo(gradient[strongest], within(2e-3f + .08f * Math.abs(gradient[strongest])));
        }
    }

    private Output<?>[] gradients(Operand<TFloat32> loss) {
        return graph.addGradients(
                loss.asOutput(),
                places.values().stream().map(Placeholder::asOutput).toArray(Output<?>[]::new));
    }

    private float numeric(Operand<TFloat32> loss, float[] weight, int place) {
        float middle = weight[place];
        weight[place] = middle + STEP;
        float above = values(loss.asOutput())[0];
        weight[place] = middle - STEP;
        float below = values(loss.asOutput())[0];
        weight[place] = middle;
        return (above - below) / (2 * STEP);
    }

    private float[] values(Output<?> output) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(output);
            inputs.feed(batch, runner, tensors);
            weights.forEach((name, weight) -> runner.feed(
                    places.get(name), tensors.of(weight.values(), weight.shape().asArray())));
            try (Result result = runner.run()) {
                return WeightArray.of((TFloat32) result.get(0)).values();
            }
        }
    }

    private AdversarialBatch batch() {
        SeriesQuantiles scaling = SeriesQuantiles.of(SampleStays.of(8, 1));
        List<EncodedStay> stays = SampleStays.of(4, 1).stream()
                .map(stay -> EncodedStay.of(stay, scaling))
                .toList();
        return AdversarialBatch.of(stays, TINY, random);
    }

    private Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }

    private static int strongest(float[] gradient) {
        int place = 0;
        for (int i = 1; i < gradient.length; i++) {
            place = Math.abs(gradient[i]) > Math.abs(gradient[place]) ? i : place;
        }
        return place;
    }
}
