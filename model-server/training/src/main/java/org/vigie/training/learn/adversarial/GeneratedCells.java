package org.vigie.training.learn.adversarial;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Holds the outputs of a generator.
 *
 * @param cells [batch, 48, 74]
 * @param facts [batch, 4]
 */
record GeneratedCells(Operand<TFloat32> cells, Operand<TFloat32> facts) {}
