package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;
import static org.vigie.training.learn.adversarial.EncodedStay.PER_HOUR;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Summarises the hours of each series for the critic: the mean of the measured values and the share of measured hours, over all hours, over
 * the first and over the last ones.
 */
record HourPooling(Ops tf) {
    private static final int KINDS = 3;
    private static final double FADING = 6;
    private static final float SMALL = .5f;

    /** Numbers of the summary. */
    static final int SIZE = 2 * KINDS * SERIES;

    /** Returns [batch, {@link #SIZE}]. */
    Operand<TFloat32> summary(Operand<TFloat32> cells) {
        Operand<TFloat32> columns =
                tf.reshape(tf.linalg.transpose(cells, tf.constant(new int[] {0, 2, 1})), ints(-1, HOURS));
        Operand<TFloat32> sums = tf.reshape(tf.linalg.matMul(columns, tf.constant(kinds())), ints(-1, PER_HOUR, KINDS));
        Operand<TFloat32> values = tf.slice(sums, ints(0, 0, 0), ints(-1, SERIES, KINDS));
        Operand<TFloat32> measured = tf.slice(sums, ints(0, SERIES, 0), ints(-1, SERIES, KINDS));
        Operand<TFloat32> means = tf.math.div(values, tf.math.add(measured, tf.constant(SMALL)));
        Operand<TFloat32> shares = tf.math.mul(
                measured, tf.constant(new float[] {2f / HOURS, (float) (1 / FADING), (float) (1 / FADING)}));
        return tf.reshape(tf.concat(List.of(means, shares), tf.constant(1)), ints(-1, SIZE));
    }

    private static float[][] kinds() {
        float[][] kinds = new float[HOURS][KINDS];
        for (int hour = 0; hour < HOURS; hour++) {
            kinds[hour][0] = 1;
            kinds[hour][1] = (float) Math.exp(-hour / FADING);
            kinds[hour][2] = (float) Math.exp(-(HOURS - 1 - hour) / FADING);
        }
        return kinds;
    }

    private Operand<TInt32> ints(int... numbers) {
        return tf.constant(numbers);
    }
}
