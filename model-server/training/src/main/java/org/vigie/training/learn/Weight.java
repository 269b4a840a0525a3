package org.vigie.training.learn;

import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

/** An array of the network, row-major. */
public record Weight(Shape shape, float[] values) {
    public Weight {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "weight: shape " + shape + " does not hold " + values.length + " numbers");
        }
    }

    public static Weight of(float[] values, long... shape) {
        return new Weight(Shape.of(shape), values);
    }

    static Weight of(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.copyTo(NdArrays.wrap(tensor.shape(), DataBuffers.of(values)));
        return new Weight(tensor.shape(), values);
    }

    /** As 16-bit numbers: half the file, and a logit moves by about .001. */
    TFloat16 halved() {
        return TFloat16.tensorOf(shape, DataBuffers.of(values));
    }

    /** What {@link #halved()} holds. */
    Weight rounded() {
        float[] rounded = new float[values.length];
        try (TFloat16 halved = halved()) {
            halved.copyTo(NdArrays.wrap(shape, DataBuffers.of(rounded)));
        }
        return new Weight(shape, rounded);
    }
}
