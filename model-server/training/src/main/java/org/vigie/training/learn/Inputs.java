package org.vigie.training.learn;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/** The part of the graph before the first weight: physical units become numbers around zero. */
final class Inputs {
    /** Numbers per hour: value, measured or not, age, for each series. */
    static final int PER_HOUR = 3 * HourlyGrid.SERIES;
    /** Numbers that sum a window up: last value, its age, mean, highest, lowest, count for each series; the statics. */
    static final int SUMMARY = 6 * HourlyGrid.SERIES + ScoreRequest.STATICS;

    /** A scaled value lies within this many deviations of the mean. */
    private static final float FARTHEST = 5;

    private final Ops tf;
    private final Windows windows;
    private final Operand<TFloat32> scaled;
    private final Operand<TFloat32> ages;
    private final Operand<TFloat32> statics;

    Inputs(Ops tf, Windows windows, Scaling scaling) {
        this.tf = tf;
        this.windows = windows;
        scaled = scaled(scaling);
        ages = tf.math.div(tf.math.log1p(windows.ages()), tf.constant((float) Math.log1p(HourlyGrid.HOURS)));
        statics = statics(scaling);
    }

    /** [batch, 48, {@link #PER_HOUR}]. */
    Operand<TFloat32> hours() {
        return tf.concat(List.of(scaled, windows.measured(), ages), tf.constant(2));
    }

    /** [batch, {@link #SUMMARY}]. A series that was never measured has 0 for mean, highest and lowest. */
    Operand<TFloat32> summary() {
        Operand<TFloat32> count = tf.sum(windows.measured(), tf.constant(1), Sum.keepDims(false));
        Operand<TFloat32> once = tf.math.minimum(count, tf.constant(1f));
        Operand<TFloat32> sum = tf.sum(tf.math.mul(scaled, windows.measured()), tf.constant(1), Sum.keepDims(false));
        return tf.concat(
                List.of(
                        lastHour(scaled),
                        lastHour(ages),
                        tf.math.div(sum, tf.math.maximum(count, tf.constant(1f))),
                        tf.math.mul(highest(scaled), once),
                        tf.math.mul(tf.math.neg(highest(tf.math.neg(scaled))), once),
                        tf.math.log1p(count),
                        statics),
                tf.constant(1));
    }

    private Operand<TFloat32> scaled(Scaling scaling) {
        Operand<TFloat32> logged = tf.constant(scaling.logged());
        Operand<TFloat32> logs = tf.math.log1p(tf.math.maximum(windows.values(), tf.constant(0f)));
        Operand<TFloat32> mixed = tf.math.add(
                tf.math.mul(logs, logged), tf.math.mul(windows.values(), tf.math.sub(tf.constant(1f), logged)));
        Operand<TFloat32> around =
                tf.math.div(tf.math.sub(mixed, tf.constant(scaling.means())), tf.constant(scaling.deviations()));
        return tf.math.maximum(tf.math.minimum(around, tf.constant(FARTHEST)), tf.constant(-FARTHEST));
    }

    /** An unknown number is 0 and stays 0: its mean is taken off only where it is known. */
    private Operand<TFloat32> statics(Scaling scaling) {
        float[][] meanWhereKnown = new float[ScoreRequest.STATICS][ScoreRequest.STATICS];
        IntStream.range(0, ScoreRequest.STATICS)
                .filter(Scaling::isNumber)
                .forEach(column -> meanWhereKnown[column + 1][column] = scaling.staticMeans()[column]);
        Operand<TFloat32> means = tf.linalg.matMul(windows.statics(), tf.constant(meanWhereKnown));
        return tf.math.div(tf.math.sub(windows.statics(), means), tf.constant(scaling.staticDeviations()));
    }

    private Operand<TFloat32> highest(Operand<TFloat32> values) {
        Operand<TFloat32> unmeasured = tf.math.sub(tf.constant(1f), windows.measured());
        Operand<TFloat32> lowered = tf.math.sub(values, tf.math.mul(unmeasured, tf.constant(4 * FARTHEST)));
        return tf.max(lowered, tf.constant(1), Max.keepDims(false));
    }

    private Operand<TFloat32> lastHour(Operand<TFloat32> hours) {
        return tf.gather(hours, tf.constant(HourlyGrid.HOURS - 1), tf.constant(1));
    }
}
