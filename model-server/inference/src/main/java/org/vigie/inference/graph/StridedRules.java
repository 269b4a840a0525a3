package org.vigie.inference.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Describes parts of a tensor with a step along each axis. Masks that name axes which a tensor lacks are refused. */
final class StridedRules {
    private StridedRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("StridedSlice", node -> List.of(slice(node)));
        rules.put(
                "StridedSliceGrad", node -> List.of(TensorFacts.of(node.input(4).type(), node.numbers(0))));
    }

    private static TensorFacts slice(OperationInputs node) {
        check(node);
        TensorFacts input = node.input(0);
        int named = node.numbers(1).length;
        LongStream.Builder shape = LongStream.builder();
        for (int axis = 0; axis < input.rank(); axis++) {
            if (axis >= named) {
                shape.add(input.shape()[axis]);
            } else if (!masked(node, "shrink_axis_mask", axis)) {
                shape.add(places(node, axis).count());
            }
        }
        return TensorFacts.of(input.type(), shape.build().toArray()).withNumbers(numbers(node));
    }

    private static void check(OperationInputs node) {
        if (node.integer("ellipsis_mask", 0) != 0 || node.integer("new_axis_mask", 0) != 0) {
            throw new UnknownShapeException("has an ellipsis_mask or a new_axis_mask");
        }
        int named = node.numbers(1).length;
        if (named > node.input(0).rank() || node.numbers(2).length != named || node.numbers(3).length != named) {
            throw new UnknownShapeException(
                    "takes a part of " + named + " axes of " + node.input(0).rank());
        }
    }

    private static Optional<long[]> numbers(OperationInputs node) {
        TensorFacts input = node.input(0);
        if (input.rank() != 1 || input.numbers().isEmpty() || node.numbers(1).length != 1) {
            return Optional.empty();
        }
        AxisPlaces places = places(node, 0);
        return Optional.of(LongStream.range(0, places.count())
                .map(at -> input.numbers().get()[(int) (places.from() + at * places.step())])
                .toArray());
    }

    /** Returns the places along an axis. A single one stands where the axis disappears. */
    private static AxisPlaces places(OperationInputs node, int axis) {
        long size = node.shape(0)[axis];
        long from = node.numbers(1)[axis];
        if (masked(node, "shrink_axis_mask", axis)) {
            return new AxisPlaces(TensorShapes.axis(from, (int) size), 1, 1);
        }
        return AxisPlaces.of(
                size,
                masked(node, "begin_mask", axis) ? Optional.empty() : Optional.of(from),
                masked(node, "end_mask", axis) ? Optional.empty() : Optional.of(node.numbers(2)[axis]),
                node.numbers(3)[axis]);
    }

    private static boolean masked(OperationInputs node, String mask, int axis) {
        return ((node.integer(mask, 0) >> axis) & 1) == 1;
    }
}
