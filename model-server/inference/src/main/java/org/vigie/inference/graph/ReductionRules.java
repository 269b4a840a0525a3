package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.tensorflow.proto.DataType;

/** Describes operations that join the elements along some axes. */
final class ReductionRules {
    private ReductionRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        List.of("All", "Any", "Mean").forEach(name -> rules.put(name, node -> List.of(reduced(node))));
        counted(rules, "Sum", 0, Math::addExact);
        counted(rules, "Prod", 1, Math::multiplyExact);
        counted(rules, "Max", Long.MIN_VALUE, Math::max);
        counted(rules, "Min", Long.MAX_VALUE, Math::min);
        List.of("ArgMax", "ArgMin").forEach(name -> rules.put(name, node -> List.of(place(node))));
        rules.put("BiasAddGrad", node -> List.of(channels(node)));
        rules.put("UnsortedSegmentSum", node -> List.of(segments(node)));
    }

    private static void counted(Map<String, ShapeRule> rules, String name, long start, LongBinaryOperator operator) {
        rules.put(name, node -> List.of(numbered(node, start, operator)));
    }

    private static TensorFacts reduced(OperationInputs node) {
        TensorFacts input = node.input(0);
        boolean[] joined = new boolean[input.rank()];
        for (long axis : node.numbers(1)) {
            joined[TensorShapes.axis(axis, input.rank())] = true;
        }
        boolean kept = node.flag("keep_dims");
        return TensorFacts.of(
                input.type(),
                IntStream.range(0, input.rank())
                        .filter(axis -> kept || !joined[axis])
                        .mapToLong(axis -> joined[axis] ? 1 : input.shape()[axis])
                        .toArray());
    }

    /** Follows the numbers of a list that becomes one number. */
    private static TensorFacts numbered(OperationInputs node, long start, LongBinaryOperator operator) {
        TensorFacts reduced = reduced(node);
        Optional<long[]> numbers = node.input(0).numbers();
        boolean one = node.input(0).rank() == 1 && node.numbers(1).length == 1;
        return one && numbers.isPresent()
                ? reduced.withNumbers(
                        Optional.of(new long[] {Arrays.stream(numbers.get()).reduce(start, operator)}))
                : reduced;
    }

    private static TensorFacts place(OperationInputs node) {
        int axis = TensorShapes.axis(node.number(1), node.input(0).rank());
        return TensorFacts.of(node.type("output_type", DataType.DT_INT64), TensorShapes.without(node.shape(0), axis));
    }

    private static TensorFacts channels(OperationInputs node) {
        boolean first = node.text("data_format", "NHWC").equals("NCHW");
        long[] shape = node.shape(0);
        int axis = first ? shape.length - 3 : shape.length - 1;
        return TensorFacts.of(node.input(0).type(), shape[TensorShapes.axis(axis, shape.length)]);
    }

    private static TensorFacts segments(OperationInputs node) {
        long[] entry = TensorShapes.from(node.shape(0), node.input(1).rank());
        return TensorFacts.of(node.input(0).type(), TensorShapes.inserted(entry, 0, node.number(2)));
    }
}
