package org.vigie.training.learn.attention;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Holds the outputs of an imputer, scaled: [batch, 48, 36] each.
 *
 * @param median imputed value
 * @param low 5 % quantile
 * @param high 95 % quantile
 */
record ImputedQuantiles(Operand<TFloat32> median, Operand<TFloat32> low, Operand<TFloat32> high) {}
