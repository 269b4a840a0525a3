package org.vigie.model.protocol;

import java.util.Arrays;

/**
 * Holds a named array of 32-bit floats.
 *
 * @param shape the length of each axis; the first axis is the batch
 * @param data row-major, as many as the product of {@code shape}
 */
public record FloatTensor(String name, long[] shape, float[] data) {
    /** The name of 32-bit floats in the protocol. */
    public static final String DATATYPE = "FP32";

    public FloatTensor {
        if (elements(shape) != data.length) {
            throw new InferenceProtocolException(
                    name + ": shape " + Arrays.toString(shape) + " does not hold " + data.length + " numbers");
        }
    }

    /** Returns the product of {@code shape}; -1 when an axis is negative or the product exceeds an int. */
    static int elements(long[] shape) {
        long elements = 1;
        for (long axis : shape) {
            elements = axis < 0 || axis > Integer.MAX_VALUE ? -1 : elements * axis;
            if (elements < 0 || elements > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) elements;
    }
}
