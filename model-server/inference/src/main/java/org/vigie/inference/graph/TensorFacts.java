package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.proto.DataType;

/**
 * Holds what is known of a tensor before the graph runs.
 *
 * @param shape sizes of its axes; empty of a single number
 * @param numbers the whole numbers in it, where they are few and known; they give the sizes of later tensors
 */
record TensorFacts(DataType type, long[] shape, Optional<long[]> numbers) {
    /** The most numbers that are followed; a shape has fewer. */
    static final int MOST_NUMBERS = 64;

    TensorFacts {
        numbers = numbers.filter(known -> known.length <= MOST_NUMBERS && fit(type, known));
    }

    /** Describes a tensor whose numbers are not known. */
    static TensorFacts of(DataType type, long... shape) {
        return new TensorFacts(type, shape, Optional.empty());
    }

    /** Describes a list of known whole numbers. */
    static TensorFacts list(DataType type, long... numbers) {
        return new TensorFacts(type, new long[] {numbers.length}, Optional.of(numbers));
    }

    /** Describes a single known whole number. */
    static TensorFacts single(DataType type, long number) {
        return new TensorFacts(type, new long[0], Optional.of(new long[] {number}));
    }

    /** Returns false for other than whole numbers, and for those that the engine would cut off. */
    private static boolean fit(DataType type, long... numbers) {
        return type == DataType.DT_INT64
                || (type == DataType.DT_INT32 && Arrays.stream(numbers).allMatch(number -> number == (int) number));
    }

    TensorFacts withShape(long... other) {
        return new TensorFacts(type, other, numbers);
    }

    TensorFacts withNumbers(Optional<long[]> other) {
        return new TensorFacts(type, shape, other);
    }

    int rank() {
        return shape.length;
    }

    /** @throws ArithmeticException when the product does not fit into 64 bits */
    long elements() {
        return TensorShapes.elements(shape);
    }

    /** @throws ArithmeticException when the product does not fit into 64 bits */
    long bytes() {
        return Math.multiplyExact(elements(), bytesOfOne());
    }

    private long bytesOfOne() {
        return switch (type) {
            case DT_BOOL, DT_INT8, DT_UINT8 -> 1;
            case DT_HALF, DT_BFLOAT16, DT_INT16, DT_UINT16 -> 2;
            case DT_FLOAT, DT_INT32, DT_UINT32 -> 4;
            case DT_DOUBLE, DT_INT64, DT_UINT64, DT_COMPLEX64 -> 8;
            case DT_COMPLEX128 -> 16;
            default -> throw new UnknownShapeException("holds values of the type " + type);
        };
    }

    /** Returns the shape as people write it, such as {@code [64, 48, 37]}. */
    String shapeText() {
        return Arrays.toString(shape);
    }
}
