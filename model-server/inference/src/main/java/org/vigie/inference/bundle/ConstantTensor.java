package org.vigie.inference.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto.Dim;

/**
 * Examines a constant of a graph. A constant of one value may name a shape of any size, which the engine would fill. Whole numbers give
 * the sizes of later tensors.
 */
record ConstantTensor(TensorProto tensor) {
    private static final long MOST_ELEMENTS = 16L << 20;
    private static final int LARGEST_SIZE = 1 << 20;

    /** Returns what is wrong with it; empty when the engine may make it. */
    Optional<String> problem() {
        if (elements() > MOST_ELEMENTS) {
            return Optional.of("which has more than " + MOST_ELEMENTS + " elements");
        }
        return wholeNumbers().anyMatch(size -> size > LARGEST_SIZE || size < -LARGEST_SIZE)
                ? Optional.of("which gives a size of more than " + LARGEST_SIZE)
                : Optional.empty();
    }

    private LongStream wholeNumbers() {
        ByteBuffer content = tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return switch (tensor.getDtype()) {
            case DT_INT32 ->
                LongStream.concat(
                        tensor.getIntValList().stream().mapToLong(Integer::longValue),
                        IntStream.range(0, content.remaining() / Integer.BYTES)
                                .mapToLong(at -> content.getInt(at * Integer.BYTES)));
            case DT_INT64 ->
                LongStream.concat(
                        tensor.getInt64ValList().stream().mapToLong(Long::longValue),
                        IntStream.range(0, content.remaining() / Long.BYTES)
                                .mapToLong(at -> content.getLong(at * Long.BYTES)));
            default -> LongStream.empty();
        };
    }

    /** Returns a number above the limit when the product does not fit into 64 bits, or a dimension is negative. */
    private long elements() {
        long elements = 1;
        for (Dim dimension : tensor.getTensorShape().getDimList()) {
            if (dimension.getSize() < 0 || Math.multiplyHigh(elements, dimension.getSize()) != 0) {
                return Long.MAX_VALUE;
            }
            elements *= dimension.getSize();
            if (elements < 0) {
                return Long.MAX_VALUE;
            }
        }
        return elements;
    }
}
