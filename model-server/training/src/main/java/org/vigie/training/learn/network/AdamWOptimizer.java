package org.vigie.training.learn.network;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.vigie.training.learn.encode.TensorScope;

/**
 * Builds the updates of Adam with decoupled weight decay.
 *
 * <p>Source: Loshchilov I, Hutter F. Decoupled Weight Decay Regularization. ICLR 2019.
 */
public final class AdamWOptimizer {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    private final Ops tf;
    private final float decay;
    private final float beta1;
    private final Placeholder<TFloat32> rate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private final List<Op> starts = new ArrayList<>();
    private final NoOp start;
    private final NoOp step;
    private int steps;

    /** @param decay share that each step removes from a matrix, times the learning rate */
    public AdamWOptimizer(Ops tf, double decay, List<Variable<TFloat32>> variables, List<Output<?>> gradients) {
        this(tf, decay, BETA1, variables, gradients);
    }

    /** @param beta1 share of the mean gradient that a step keeps, 0 to 1 */
    public AdamWOptimizer(
            Ops tf, double decay, float beta1, List<Variable<TFloat32>> variables, List<Output<?>> gradients) {
        this.tf = tf;
        this.decay = (float) decay;
        this.beta1 = beta1;
        rate = scalar();
        beta1Power = scalar();
        beta2Power = scalar();
        List<Op> updates = updates(variables, gradients);
        start = tf.withControlDependencies(starts).noOp();
        step = tf.withControlDependencies(updates).noOp();
    }

    private Placeholder<TFloat32> scalar() {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    private List<Op> updates(List<Variable<TFloat32>> variables, List<Output<?>> gradients) {
        // No weight changes before all gradients are computed, because a later gradient may still read it.
        Ops after = tf.withControlDependencies(new ArrayList<>(gradients));
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            updates.add(update(after, variables.get(i), gradients.get(i)));
        }
        return updates;
    }

    /** Returns the operation to run once before the first step. */
    public NoOp start() {
        return start;
    }

    /** Returns the operation of one step; {@link #feed} sets its inputs. */
    public NoOp step() {
        return step;
    }

    /** Feeds the learning rate of the next step; the caller closes {@code tensors}. */
    public void feed(Session.Runner runner, double learningRate, TensorScope tensors) {
        steps++;
        runner.feed(rate, tensors.of((float) learningRate));
        runner.feed(beta1Power, tensors.of((float) Math.pow(beta1, steps)));
        runner.feed(beta2Power, tensors.of((float) Math.pow(BETA2, steps)));
    }

    @SuppressWarnings("unchecked")
    private Op update(Ops after, Variable<TFloat32> variable, Output<?> gradient) {
        Op decayed = variable.shape().numDimensions() < 2
                ? after.noOp()
                : after.assignSub(variable, after.math.mul(variable, after.math.mul(rate, tf.constant(decay))));
        return after.withControlDependencies(List.of(decayed))
                .train
                .applyAdam(
                        variable,
                        moment(variable.shape()),
                        moment(variable.shape()),
                        beta1Power,
                        beta2Power,
                        rate,
                        tf.constant(beta1),
                        tf.constant(BETA2),
                        tf.constant(EPSILON),
                        (Operand<TFloat32>) gradient);
    }

    private Variable<TFloat32> moment(Shape shape) {
        Variable<TFloat32> moment = tf.variable(shape, TFloat32.class);
        starts.add(tf.assign(moment, tf.zeros(tf.constant(shape), TFloat32.class)));
        return moment;
    }
}
