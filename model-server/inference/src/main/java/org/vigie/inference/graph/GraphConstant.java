package org.vigie.inference.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto.Dim;

/** Reads the shape of a constant, and its numbers where they are few and whole. */
final class GraphConstant {
    private GraphConstant() {}

    static TensorFacts of(NodeDef node) {
        AttrValue value = node.getAttrMap().get("value");
        if (value == null || !value.hasTensor()) {
            throw new UnknownShapeException("has no value");
        }
        TensorProto tensor = value.getTensor();
        long[] shape = tensor.getTensorShape().getDimList().stream()
                .mapToLong(Dim::getSize)
                .toArray();
        return TensorFacts.of(tensor.getDtype(), shape).withNumbers(numbers(tensor, TensorShapes.elements(shape)));
    }

    private static Optional<long[]> numbers(TensorProto tensor, long elements) {
        if (elements > TensorFacts.MOST_NUMBERS) {
            return Optional.empty();
        }
        return switch (tensor.getDtype()) {
            case DT_INT32 ->
                filled(
                        tensor.getIntValList().stream().map(Integer::longValue).toList(),
                        content(tensor, Integer.BYTES),
                        (int) elements);
            case DT_INT64 -> filled(tensor.getInt64ValList(), content(tensor, Long.BYTES), (int) elements);
            default -> Optional.empty();
        };
    }

    /** Returns all numbers. The last one of a shorter list stands for those that are missing, and 0 for those of an empty list. */
    private static Optional<long[]> filled(List<Long> listed, List<Long> content, int elements) {
        List<Long> given = content.isEmpty() ? listed : content;
        if (!content.isEmpty() && content.size() != elements) {
            return Optional.empty();
        }
        return Optional.of(LongStream.range(0, elements)
                .map(at -> given.isEmpty() ? 0 : given.get((int) Math.min(at, given.size() - 1)))
                .toArray());
    }

    private static List<Long> content(TensorProto tensor, int width) {
        ByteBuffer bytes = tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return LongStream.range(0, bytes.remaining() / width)
                .map(at -> width == Long.BYTES ? bytes.getLong((int) at * width) : bytes.getInt((int) at * width))
                .boxed()
                .toList();
    }
}
