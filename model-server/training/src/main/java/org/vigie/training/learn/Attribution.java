package org.vigie.training.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.Imputer;
import org.vigie.signal.window.HourlyGrid;

/**
 * Integrated gradients of the networks' mean log odds over 16 points of the straight way from a window with nothing measured (normal values,
 * a patient of whom nothing is known). All of them sum to the difference of the two log odds, but for the sum's coarseness.
 *
 * <p>Source: Sundararajan M, Taly A, Yan Q. Axiomatic attribution for deep networks. ICML 2017.
 */
final class Attribution {
    private static final int POINTS = 16;

    private final Ops tf;
    private final Graph graph;

    private Attribution(Graph graph, Ops tf) {
        this.graph = graph;
        this.tf = tf;
    }

    /**
     * {@code values_attribution} [batch, 48, 37]: the share of each cell, of its value, its being measured and its age together;
     * {@code statics_attribution} [batch, 12].
     */
    static Map<String, Operand<TFloat32>> of(Graph graph, Ops tf, Jury jury, Windows windows) {
        return new Attribution(graph, tf).shares(jury, windows);
    }

    private Map<String, Operand<TFloat32>> shares(Jury jury, Windows windows) {
        FilledWindow nothing = Imputer.fill(new HourlyGrid(), HourlyGrid.HOURS - 1);
        Way values = new Way(windows.values(), cells(nothing.values()), HourlyGrid.HOURS, HourlyGrid.SERIES);
        Way measured = new Way(
                windows.measured(), cells(new float[ScoreRequest.CELLS]), HourlyGrid.HOURS, HourlyGrid.SERIES);
        Way ages = new Way(windows.ages(), cells(nothing.ages()), HourlyGrid.HOURS, HourlyGrid.SERIES);
        Way statics = new Way(windows.statics(), tf.constant(new float[ScoreRequest.STATICS]), ScoreRequest.STATICS);
        Operand<TFloat32> logit =
                jury.meanLogit(new Windows(values.points, measured.points, ages.points, statics.points));
        Output<?>[] slopes = graph.addGradients(logit.asOutput(), new Output<?>[] {
            values.points.asOutput(), measured.points.asOutput(), ages.points.asOutput(), statics.points.asOutput()
        });
        Operand<TFloat32> ofCells = tf.math.add(
                values.share(slopes[0]), tf.math.add(measured.share(slopes[1]), ages.share(slopes[2])));
        Map<String, Operand<TFloat32>> shares = new LinkedHashMap<>();
        shares.put("values_attribution", tf.withName("values_attribution").identity(ofCells));
        shares.put("statics_attribution", tf.withName("statics_attribution").identity(statics.share(slopes[3])));
        return shares;
    }

    private Operand<TFloat32> cells(float[] numbers) {
        return tf.reshape(tf.constant(numbers), tf.constant(new int[] {HourlyGrid.HOURS, HourlyGrid.SERIES}));
    }

    /** The way of one input from nothing to what it is. */
    private final class Way {
        private final Operand<TFloat32> whole;
        private final Operand<TFloat32> points;
        private final int[] axes;

        Way(Operand<TFloat32> to, Operand<TFloat32> from, int... axes) {
            this.axes = axes;
            whole = tf.math.sub(to, from);
            float[] at = new float[POINTS];
            for (int i = 0; i < POINTS; i++) {
                at[i] = (i + 0.5f) / POINTS;
            }
            Operand<TFloat32> parts = tf.constant(Shape.of(axes.length == 2 ? new long[] {POINTS, 1, 1, 1} : new long[] {
                POINTS, 1, 1
            }), org.tensorflow.ndarray.buffer.DataBuffers.of(at));
            Operand<TFloat32> all = tf.math.add(tf.math.mul(parts, whole), from);
            points = tf.reshape(all, shape(-1));
        }

        @SuppressWarnings("unchecked")
        Operand<TFloat32> share(Output<?> slopes) {
            Operand<TFloat32> byPoint = tf.reshape((Operand<TFloat32>) slopes, shape(POINTS, -1));
            return tf.math.mul(whole, tf.math.mean(byPoint, tf.constant(0), Mean.keepDims(false)));
        }

        private Operand<org.tensorflow.types.TInt32> shape(int... first) {
            int[] shape = new int[first.length + axes.length];
            System.arraycopy(first, 0, shape, 0, first.length);
            System.arraycopy(axes, 0, shape, first.length, axes.length);
            return tf.constant(shape);
        }
    }
}
