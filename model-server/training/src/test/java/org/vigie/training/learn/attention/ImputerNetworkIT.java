package org.vigie.training.learn.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;

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
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.WeightArray;

/** Tests that the gradients of every layer equal numeric ones, because some of TensorFlow Java's are wrong without an error. */
class ImputerNetworkIT {
    private static final ImputerConfig TINY = new ImputerConfig(4, 2, 1, 4, 2, 3, 1, 1e-3, 0, 11);
    private static final int BATCH = 2;
    private static final float STEP = .02f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph);
    private final SplittableRandom random = new SplittableRandom(5);
    private final Map<String, WeightArray> weights = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloat32>> inputs = new LinkedHashMap<>();
    private final Placeholder<TFloat32> channels =
            tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, HOURS, COLUMNS, ImputerChannels.CHANNELS)));

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    @Test
    void theGradientOfEveryWeightEqualsTheNumericOne() {
        // given
        Operand<TFloat32> loss = loss(ImputationDirection.TWO_SIDED);
        Output<?>[] gradients = graph.addGradients(
                loss.asOutput(),
                inputs.values().stream().map(Placeholder::asOutput).toArray(Output<?>[]::new));
        float[] batch = batch();

        // when, then
        List<String> names = new ArrayList<>(inputs.keySet());
        for (int i = 0; i < names.size(); i++) {
            float[] gradient = values(gradients[i], batch);
            int strongest = strongest(gradient);
            float[] weight = weights.get(names.get(i)).values();
            assertThat(numeric(loss, batch, weight, strongest))
                    .as(names.get(i))
                    .isCloseTo(gradient[strongest], within(2e-4f + .05f * Math.abs(gradient[strongest])));
        }
    }

    @Test
    void aCausalNetworkDoesNotSeeLaterHours() {
        // given
        ImputedQuantiles quantiles = network(ImputationDirection.CAUSAL);
        float[] batch = batch();
        float[] before = values(quantiles.median().asOutput(), batch);

        // when
        int later = 20 * COLUMNS * ImputerChannels.CHANNELS;
        for (int i = later; i < HOURS * COLUMNS * ImputerChannels.CHANNELS; i++) {
            batch[i] = -batch[i];
        }
        float[] after = values(quantiles.median().asOutput(), batch);

        // then
        assertThat(Arrays.copyOf(after, 20 * COLUMNS)).containsExactly(Arrays.copyOf(before, 20 * COLUMNS));
        assertThat(after[20 * COLUMNS]).isNotEqualTo(before[20 * COLUMNS]);
    }

    /** The width of the interval stands for its ends, because no gradient flows from an end to the median. */
    private Operand<TFloat32> loss(ImputationDirection direction) {
        ImputedQuantiles quantiles = network(direction);
        Operand<TFloat32> width = tf.math.sub(quantiles.high(), quantiles.low());
        Operand<TFloat32> all = tf.concat(List.of(quantiles.median(), width), tf.constant(0));
        return tf.math.mean(tf.math.square(all), tf.constant(new int[] {0, 1, 2}), Mean.keepDims(false));
    }

    private ImputedQuantiles network(ImputationDirection direction) {
        ImputerNetwork.start(TINY).forEach((name, weight) -> {
            float[] drawn = weight.values().clone();
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] += (float) random.nextDouble(-.1, .1);
            }
            weights.put(name, new WeightArray(weight.shape(), drawn));
            inputs.put(name, tf.placeholder(TFloat32.class, Placeholder.shape(weight.shape())));
        });
        return new ImputerNetwork(tf, TINY, direction, inputs::get).quantiles(channels);
    }

    private float[] batch() {
        float[] batch = new float[BATCH * HOURS * COLUMNS * ImputerChannels.CHANNELS];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (float) random.nextDouble(-1, 1);
        }
        return batch;
    }

    private float numeric(Operand<TFloat32> loss, float[] batch, float[] weight, int place) {
        float middle = weight[place];
        weight[place] = middle + STEP;
        float above = values(loss.asOutput(), batch)[0];
        weight[place] = middle - STEP;
        float below = values(loss.asOutput(), batch)[0];
        weight[place] = middle;
        return (above - below) / (2 * STEP);
    }

    private float[] values(Output<?> output, float[] batch) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(output);
            runner.feed(channels, tensors.of(batch, BATCH, HOURS, COLUMNS, ImputerChannels.CHANNELS));
            weights.forEach((name, weight) -> runner.feed(
                    inputs.get(name), tensors.of(weight.values(), weight.shape().asArray())));
            try (Result result = runner.run()) {
                return WeightArray.of((TFloat32) result.get(0)).values();
            }
        }
    }

    private static int strongest(float[] gradient) {
        int place = 0;
        for (int i = 1; i < gradient.length; i++) {
            place = Math.abs(gradient[i]) > Math.abs(gradient[place]) ? i : place;
        }
        return place;
    }
}
