package org.vigie.training.learn.network;

import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

/** Holds an array of weights, row-major. */
public record WeightArray(Shape shape, float[] values) {
    public WeightArray {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "weight: shape " + shape + " does not hold " + values.length + " numbers");
        }
    }

    public static WeightArray of(float[] values, long... shape) {
        return new WeightArray(Shape.of(shape), values);
    }

    /** Copies a tensor. */
    public static WeightArray of(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.copyTo(NdArrays.wrap(tensor.shape(), DataBuffers.of(values)));
        return new WeightArray(tensor.shape(), values);
    }

    /** Rounds to 16-bit numbers. This halves the file and changes log odds by about .001. */
    public TFloat16 toHalfPrecision() {
        return TFloat16.tensorOf(shape, DataBuffers.of(values));
    }

    /** Returns the weights rounded as by {@link #toHalfPrecision()}. */
    public WeightArray roundedToHalfPrecision() {
        float[] rounded = new float[values.length];
        try (TFloat16 halved = toHalfPrecision()) {
            halved.copyTo(NdArrays.wrap(shape, DataBuffers.of(rounded)));
        }
        return new WeightArray(shape, rounded);
    }
}
