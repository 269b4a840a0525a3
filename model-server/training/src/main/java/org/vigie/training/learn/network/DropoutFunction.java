package org.vigie.training.learn.network;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Applies dropout in training and nothing in serving. */
public interface DropoutFunction {
    DropoutFunction NONE = (values, name) -> values;

    Operand<TFloat32> apply(Operand<TFloat32> values, String name);
}
