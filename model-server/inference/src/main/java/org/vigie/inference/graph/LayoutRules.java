package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes operations that put the elements of a tensor into another shape, and those that join tensors. */
final class LayoutRules {
    private LayoutRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("Reshape", node -> List.of(reshaped(node)));
        rules.put("Squeeze", node -> List.of(squeezed(node)));
        rules.put("ExpandDims", node -> List.of(expanded(node)));
        rules.put("Transpose", node -> List.of(transposed(node)));
        rules.put("Pack", node -> List.of(packed(node)));
        rules.put(
                "Concat",
                node -> List.of(joined(
                        node.number(0), node.tensors().subList(1, node.tensors().size()))));
        rules.put(
                "ConcatV2",
                node -> List.of(joined(
                        OperationInputs.number(node.last()),
                        node.tensors().subList(0, node.tensors().size() - 1))));
    }

    private static TensorFacts reshaped(OperationInputs node) {
        long[] shape = node.numbers(1).clone();
        long known = 1;
        int open = -1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == -1 && open < 0) {
                open = axis;
            } else {
                known = Math.multiplyExact(known, shape[axis]);
            }
        }
        long elements = node.input(0).elements();
        if (open >= 0) {
            shape[open] = known == 0 ? 0 : elements / known;
        }
        if (TensorShapes.elements(shape) != elements) {
            throw new UnknownShapeException("puts " + elements + " elements into " + Arrays.toString(shape));
        }
        return node.input(0).withShape(shape);
    }

    private static TensorFacts squeezed(OperationInputs node) {
        TensorFacts input = node.input(0);
        List<Integer> named = node.integers("squeeze_dims").stream()
                .map(axis -> TensorShapes.axis(axis, input.rank()))
                .toList();
        return input.withShape(IntStream.range(0, input.rank())
                .filter(axis -> input.shape()[axis] != 1 || (!named.isEmpty() && !named.contains(axis)))
                .mapToLong(axis -> input.shape()[axis])
                .toArray());
    }

    private static TensorFacts expanded(OperationInputs node) {
        int axis = TensorShapes.axis(node.number(1), node.input(0).rank() + 1);
        return node.input(0).withShape(TensorShapes.inserted(node.shape(0), axis, 1));
    }

    private static TensorFacts transposed(OperationInputs node) {
        long[] shape = node.shape(0);
        long[] order = node.numbers(1);
        if (order.length != shape.length) {
            throw new UnknownShapeException("orders " + order.length + " axes of " + shape.length);
        }
        return TensorFacts.of(
                node.input(0).type(),
                Arrays.stream(order)
                        .map(axis -> shape[TensorShapes.axis(axis, shape.length)])
                        .toArray());
    }

    private static TensorFacts packed(OperationInputs node) {
        TensorFacts first = node.input(0);
        int axis = TensorShapes.axis(node.integer("axis", 0), first.rank() + 1);
        long[] shape = TensorShapes.inserted(first.shape(), axis, node.tensors().size());
        return TensorFacts.of(first.type(), shape)
                .withNumbers(first.rank() == 0 ? KnownNumbers.joined(node.tensors(), 0) : Optional.empty());
    }

    private static TensorFacts joined(long along, List<TensorFacts> parts) {
        if (parts.isEmpty()) {
            throw new UnknownShapeException("joins nothing");
        }
        TensorFacts first = parts.get(0);
        int axis = TensorShapes.axis(along, first.rank());
        long size = 0;
        for (TensorFacts part : parts) {
            size = Math.addExact(size, part.shape()[TensorShapes.axis(axis, part.rank())]);
        }
        return TensorFacts.of(first.type(), TensorShapes.with(first.shape(), axis, size))
                .withNumbers(KnownNumbers.joined(parts, axis));
    }
}
