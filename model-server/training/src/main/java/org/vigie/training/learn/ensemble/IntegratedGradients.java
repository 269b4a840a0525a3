package org.vigie.training.learn.ensemble;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.learn.encode.NetworkInputs;
import org.vigie.training.learn.encode.WindowTensors;

/**
 * Builds integrated gradients of the networks' mean log odds. The gradients are summed over 16 points of the straight path from a window
 * with nothing measured: normal values and a patient of whom nothing is known.
 *
 * <p>The path runs in the inputs of the networks, the steps and the summary. A path in half-measured cells would lead the extremes of the
 * summary far away. The contributions sum to the difference of the two log odds, except for the error of the sum.
 *
 * <p>The contribution of a step is divided equally between its two hours. The contribution of the summary of a series is divided among the
 * measured hours of that series; without one it goes to the newest hour.
 *
 * <p>Source: Sundararajan M, Taly A, Yan Q. Axiomatic attribution for deep networks. ICML 2017.
 */
final class IntegratedGradients {
    private static final int POINTS = 16;
    private static final int BLOCKS = (NetworkInputs.SUMMARY - ScoreRequest.STATICS) / HourlyGrid.SERIES;

    private final Ops tf;

    private IntegratedGradients(Ops tf) {
        this.tf = tf;
    }

    /** Builds {@code values_attribution} [batch, 48, 37] and {@code statics_attribution} [batch, 12]. */
    static Map<String, Operand<TFloat32>> of(Graph graph, Ops tf, NetworkEnsemble networks, WindowTensors windows) {
        return new IntegratedGradients(tf).shares(graph, networks, windows);
    }

    private Map<String, Operand<TFloat32>> shares(Graph graph, NetworkEnsemble networks, WindowTensors windows) {
        NetworkInputs here = networks.inputs(windows);
        NetworkInputs nothing = networks.inputs(nothing());
        GradientPath steps =
                new GradientPath(nothing.steps(), here.steps(), NetworkInputs.STEPS, NetworkInputs.PER_STEP);
        GradientPath summary = new GradientPath(nothing.summary(), here.summary(), NetworkInputs.SUMMARY);
        Output<?>[] slopes = graph.addGradients(
                networks.meanLogit(steps.points, summary.points).asOutput(),
                new Output<?>[] {steps.points.asOutput(), summary.points.asOutput()});
        Operand<TFloat32> ofSummary = summary.share(slopes[1]);
        Operand<TFloat32> ofCells = tf.math.add(hours(steps.share(slopes[0])), spread(ofSummary, windows.measured()));
        return named(ofCells, statics(ofSummary));
    }

    private Operand<TFloat32> statics(Operand<TFloat32> ofSummary) {
        return tf.slice(
                ofSummary,
                tf.constant(new int[] {0, NetworkInputs.SUMMARY - ScoreRequest.STATICS}),
                tf.constant(new int[] {-1, ScoreRequest.STATICS}));
    }

    private Map<String, Operand<TFloat32>> named(Operand<TFloat32> ofCells, Operand<TFloat32> ofStatics) {
        Map<String, Operand<TFloat32>> shares = new LinkedHashMap<>();
        shares.put("values_attribution", tf.withName("values_attribution").identity(ofCells));
        shares.put("statics_attribution", tf.withName("statics_attribution").identity(ofStatics));
        return shares;
    }

    private WindowTensors nothing() {
        FilledWindow empty = WindowImputer.fill(new HourlyGrid(), HourlyGrid.HOURS - 1);
        return new WindowTensors(
                cells(empty.values()),
                cells(new float[ScoreRequest.CELLS]),
                cells(empty.ages()),
                tf.constant(new float[1][ScoreRequest.STATICS]));
    }

    private Operand<TFloat32> cells(float... numbers) {
        return tf.constant(Shape.of(1, HourlyGrid.HOURS, HourlyGrid.SERIES), DataBuffers.of(numbers));
    }

    /** Maps [batch, steps, per step] to [batch, 48, 37]: the sum of value, measured and age, half for each hour of the step. */
    private Operand<TFloat32> hours(Operand<TFloat32> steps) {
        Operand<TFloat32> kinds =
                tf.reshape(steps, tf.constant(new int[] {-1, NetworkInputs.STEPS, 3, HourlyGrid.SERIES}));
        Operand<TFloat32> both = tf.sum(kinds, tf.constant(2), Sum.keepDims(true));
        Operand<TFloat32> halves = tf.math.mul(both, tf.constant(new float[][][][] {{{{0.5f}, {0.5f}}}}));
        return tf.reshape(halves, tf.constant(new int[] {-1, HourlyGrid.HOURS, HourlyGrid.SERIES}));
    }

    /** Maps [batch, summary] to [batch, 48, 37]: the sum of each series, over its measured hours. */
    private Operand<TFloat32> spread(Operand<TFloat32> summary, Operand<TFloat32> measured) {
        Operand<TFloat32> blocks = tf.slice(
                summary, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, BLOCKS * HourlyGrid.SERIES}));
        Operand<TFloat32> ofSeries = tf.sum(
                tf.reshape(blocks, tf.constant(new int[] {-1, BLOCKS, HourlyGrid.SERIES})),
                tf.constant(1),
                Sum.keepDims(true));
        Operand<TFloat32> count = tf.sum(measured, tf.constant(1), Sum.keepDims(true));
        Operand<TFloat32> never = tf.math.sub(tf.constant(1f), tf.math.minimum(count, tf.constant(1f)));
        Operand<TFloat32> weights = tf.math.add(
                tf.math.div(measured, tf.math.maximum(count, tf.constant(1f))), tf.math.mul(never, newestHour()));
        return tf.math.mul(weights, ofSeries);
    }

    private Operand<TFloat32> newestHour() {
        float[] newest = new float[HourlyGrid.HOURS];
        newest[HourlyGrid.HOURS - 1] = 1;
        return tf.constant(Shape.of(1, HourlyGrid.HOURS, 1), DataBuffers.of(newest));
    }

    /** Describes the path of the networks' inputs from an empty window to the given one. */
    private final class GradientPath {
        private final Operand<TFloat32> whole;
        private final Operand<TFloat32> points;
        private final int[] axes;

        GradientPath(Operand<TFloat32> from, Operand<TFloat32> to, int... axes) {
            this.axes = axes;
            whole = tf.math.sub(to, from);
            points = tf.reshape(tf.math.add(tf.math.mul(parts(), whole), from), tf.constant(behind(-1)));
        }

        /** Builds the positions of the points on the path, between 0 and 1. */
        private Operand<TFloat32> parts() {
            float[] at = new float[POINTS];
            for (int i = 0; i < POINTS; i++) {
                at[i] = (i + 0.5f) / POINTS;
            }
            long[] shape = new long[2 + axes.length];
            Arrays.fill(shape, 1);
            shape[0] = POINTS;
            return tf.constant(Shape.of(shape), DataBuffers.of(at));
        }

        @SuppressWarnings("unchecked")
        Operand<TFloat32> share(Output<?> slopes) {
            Operand<TFloat32> byPoint = tf.reshape((Operand<TFloat32>) slopes, tf.constant(behind(POINTS, -1)));
            return tf.math.mul(whole, tf.math.mean(byPoint, tf.constant(0), Mean.keepDims(false)));
        }

        private int[] behind(int... first) {
            return IntStream.concat(IntStream.of(first), IntStream.of(axes)).toArray();
        }
    }
}
