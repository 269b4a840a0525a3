package org.vigie.training.learn.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/**
 * Builds the part of the graph before the first weight. It scales physical units and merges two hours into one step.
 *
 * <p>It is continuous in all of its inputs, including what was measured. Integrated gradients along a path from an empty window need that.
 */
public final class NetworkInputs {
    /** Steps of two hours. */
    public static final int STEPS = HourlyGrid.HOURS / 2;
    /** Numbers per step: value, share of it measured, age, for each series. */
    public static final int PER_STEP = 3 * HourlyGrid.SERIES;
    /**
     * Numbers that summarize a window. For each series: last value, mean, lowest and highest of the measured values, and the position of
     * these four among the quantiles of usual values; age of the last value, log count, whether it was measured at all, mean of the last 12
     * hours. Then the statics.
     */
    public static final int SUMMARY = (4 * (1 + InputScaling.BINS) + 4) * HourlyGrid.SERIES + ScoreRequest.STATICS;
    /** Largest distance of a scaled value from the mean, in deviations. */
    private static final float FARTHEST = 5;

    private static final int LATELY = 12;

    private final Ops tf;
    private final WindowTensors windows;
    private final InputScaling scaling;
    private final Operand<TFloat32> scaled;
    private final Operand<TFloat32> seen;
    private final Operand<TFloat32> ages;
    private final Operand<TFloat32> statics;

    public NetworkInputs(Ops tf, WindowTensors windows, InputScaling scaling) {
        this.tf = tf;
        this.windows = windows;
        this.scaling = scaling;
        scaled = scaled();
        seen = tf.math.mul(scaled, windows.measured());
        ages = tf.math.div(tf.math.log1p(windows.ages()), tf.constant((float) Math.log1p(HourlyGrid.HOURS)));
        statics = statics();
    }

    /** Returns the steps: [batch, {@link #STEPS}, {@link #PER_STEP}]. */
    public Operand<TFloat32> steps() {
        return tf.concat(List.of(pairs(scaled), pairs(windows.measured()), pairs(ages)), tf.constant(2));
    }

    /** Returns the summary: [batch, {@link #SUMMARY}]. */
    public Operand<TFloat32> summary() {
        Operand<TFloat32> count = sum(windows.measured());
        Operand<TFloat32> once = tf.math.minimum(count, tf.constant(1f));
        Operand<TFloat32> levels = levels(once);
        return tf.concat(
                List.of(
                        levels,
                        placed(levels),
                        lastHour(ages),
                        tf.math.log1p(count),
                        once,
                        mean(lately(seen), lately(windows.measured())),
                        statics),
                tf.constant(1));
    }

    /**
     * Returns last value, mean, lowest and highest of the measured values of each series.
     *
     * @param once 1 for a series that was measured, else 0
     */
    private Operand<TFloat32> levels(Operand<TFloat32> once) {
        Operand<TFloat32> unmeasured =
                tf.math.mul(tf.math.sub(tf.constant(1f), windows.measured()), tf.constant(FARTHEST));
        Operand<TFloat32> highest = tf.max(tf.math.sub(seen, unmeasured), tf.constant(1), Max.keepDims(false));
        Operand<TFloat32> lowest = tf.min(tf.math.add(seen, unmeasured), tf.constant(1), Min.keepDims(false));
        Operand<TFloat32> last = lastHour(scaled);
        Operand<TFloat32> mean = mean(seen, windows.measured());
        return tf.concat(List.of(last, mean, tf.math.mul(lowest, once), tf.math.mul(highest, once)), tf.constant(1));
    }

    /**
     * Returns how far each level reaches into each bin, 0 to 1.
     *
     * <p>Source: Gorishniy Y, Rubachev I, Babenko A. On embeddings for numerical features in tabular deep learning. NeurIPS 2022.
     */
    private Operand<TFloat32> placed(Operand<TFloat32> levels) {
        List<Operand<TFloat32>> placed = new ArrayList<>();
        for (int bin = 0; bin < InputScaling.BINS; bin++) {
            Operand<TFloat32> from = tf.math.sub(levels, tf.constant(scaling.edges(bin, 4)));
            Operand<TFloat32> share = tf.math.div(from, tf.constant(scaling.widths(bin, 4)));
            placed.add(tf.math.maximum(tf.math.minimum(share, tf.constant(1f)), tf.constant(0f)));
        }
        return tf.concat(placed, tf.constant(1));
    }

    private Operand<TFloat32> scaled() {
        Operand<TFloat32> logged = tf.constant(scaling.logged());
        Operand<TFloat32> logs = tf.math.log1p(tf.math.maximum(windows.values(), tf.constant(0f)));
        Operand<TFloat32> mixed = tf.math.add(
                tf.math.mul(logs, logged), tf.math.mul(windows.values(), tf.math.sub(tf.constant(1f), logged)));
        Operand<TFloat32> around =
                tf.math.div(tf.math.sub(mixed, tf.constant(scaling.means())), tf.constant(scaling.deviations()));
        return tf.math.maximum(tf.math.minimum(around, tf.constant(FARTHEST)), tf.constant(-FARTHEST));
    }

    /** Scales the statics. An unknown number stays 0, because its mean is subtracted only where the number is known. */
    private Operand<TFloat32> statics() {
        float[][] meanWhereKnown = new float[ScoreRequest.STATICS][ScoreRequest.STATICS];
        IntStream.range(0, ScoreRequest.STATICS)
                .filter(InputScaling::isNumber)
                .forEach(column -> meanWhereKnown[column + 1][column] = scaling.staticMeans()[column]);
        Operand<TFloat32> means = tf.linalg.matMul(windows.statics(), tf.constant(meanWhereKnown));
        return tf.math.div(tf.math.sub(windows.statics(), means), tf.constant(scaling.staticDeviations()));
    }

    /** Returns the mean of each two hours. */
    private Operand<TFloat32> pairs(Operand<TFloat32> hours) {
        Operand<TFloat32> paired = tf.reshape(hours, tf.constant(new int[] {-1, STEPS, 2, HourlyGrid.SERIES}));
        return tf.math.mean(paired, tf.constant(2), Mean.keepDims(false));
    }

    /** Returns the mean of the cells where {@code measured} is not 0; 0 when there is none. */
    private Operand<TFloat32> mean(Operand<TFloat32> values, Operand<TFloat32> measured) {
        return tf.math.div(sum(values), tf.math.maximum(sum(measured), tf.constant(1f)));
    }

    private Operand<TFloat32> sum(Operand<TFloat32> hours) {
        return tf.sum(hours, tf.constant(1), Sum.keepDims(false));
    }

    private Operand<TFloat32> lately(Operand<TFloat32> hours) {
        return tf.slice(hours, tf.constant(new int[] {0, HourlyGrid.HOURS - LATELY, 0}), tf.constant(new int[] {
            -1, LATELY, HourlyGrid.SERIES
        }));
    }

    private Operand<TFloat32> lastHour(Operand<TFloat32> hours) {
        Operand<TFloat32> last =
                tf.slice(hours, tf.constant(new int[] {0, HourlyGrid.HOURS - 1, 0}), tf.constant(new int[] {
                    -1, 1, HourlyGrid.SERIES
                }));
        return tf.reshape(last, tf.constant(new int[] {-1, HourlyGrid.SERIES}));
    }
}
