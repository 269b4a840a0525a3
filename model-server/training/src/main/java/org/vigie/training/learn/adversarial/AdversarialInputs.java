package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.training.learn.adversarial.EncodedStay.FACTS;
import static org.vigie.training.learn.adversarial.EncodedStay.PER_HOUR;

import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.TensorScope;

/** Holds the places of a graph that a batch is fed to. */
record AdversarialInputs(
        Placeholder<TFloat32> cells,
        Placeholder<TFloat32> facts,
        Placeholder<TFloat32> conditions,
        Placeholder<TFloat32> noise,
        Placeholder<TFloat32> hourNoise,
        Placeholder<TFloat32> between) {
    static AdversarialInputs in(Ops tf, AdversarialConfig config) {
        return new AdversarialInputs(
                input(tf, HOURS, PER_HOUR),
                input(tf, 2 * FACTS),
                input(tf, StayCondition.SIZE),
                input(tf, config.noise()),
                input(tf, HOURS, config.hourNoise()),
                input(tf));
    }

    private static Placeholder<TFloat32> input(Ops tf, long... axes) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(axes).prepend(Shape.UNKNOWN_SIZE)));
    }

    /** Feeds a batch; the caller closes {@code tensors}. */
    void feed(AdversarialBatch batch, Session.Runner runner, TensorScope tensors) {
        feed(runner, cells, batch.cells(), batch.size(), tensors);
        feed(runner, facts, batch.facts(), batch.size(), tensors);
        feed(runner, conditions, batch.conditions(), batch.size(), tensors);
        feed(runner, noise, batch.noise(), batch.size(), tensors);
        feed(runner, hourNoise, batch.hourNoise(), batch.size(), tensors);
        feed(runner, between, batch.between(), batch.size(), tensors);
    }

    private static void feed(
            Session.Runner runner, Placeholder<TFloat32> input, float[] values, int size, TensorScope tensors) {
        long[] shape = input.shape().asArray();
        shape[0] = size;
        runner.feed(input, tensors.of(values, shape));
    }
}
