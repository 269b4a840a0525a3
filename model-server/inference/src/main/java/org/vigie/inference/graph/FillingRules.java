package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes operations that repeat elements, so that few of them become many. */
final class FillingRules {
    private FillingRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("Fill", node -> List.of(filled(node)));
        rules.put("OnesLike", node -> List.of(alike(node.input(0), 1)));
        rules.put("ZerosLike", node -> List.of(alike(node.input(0), 0)));
        rules.put("BroadcastTo", node -> List.of(TensorFacts.of(node.input(0).type(), node.numbers(1))));
        rules.put("Tile", node -> List.of(tiled(node)));
        rules.put("OneHot", node -> List.of(oneHot(node)));
        List.of("Pad", "PadV2", "MirrorPad").forEach(name -> rules.put(name, node -> List.of(padded(node))));
    }

    private static TensorFacts filled(OperationInputs node) {
        TensorFacts value = node.input(1);
        TensorFacts filled = TensorFacts.of(value.type(), node.numbers(0));
        boolean known = value.numbers().isPresent() && filled.elements() <= TensorFacts.MOST_NUMBERS;
        return known ? filled.withNumbers(Optional.of(repeated(node.number(1), (int) filled.elements()))) : filled;
    }

    private static TensorFacts alike(TensorFacts input, long number) {
        TensorFacts alike = TensorFacts.of(input.type(), input.shape());
        return alike.elements() > TensorFacts.MOST_NUMBERS
                ? alike
                : alike.withNumbers(Optional.of(repeated(number, (int) alike.elements())));
    }

    private static long[] repeated(long number, int times) {
        long[] numbers = new long[times];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private static TensorFacts tiled(OperationInputs node) {
        long[] shape = node.shape(0).clone();
        long[] times = node.numbers(1);
        checkAxes(times.length, shape.length);
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.multiplyExact(shape[axis], times[axis]);
        }
        return TensorFacts.of(node.input(0).type(), shape);
    }

    private static TensorFacts oneHot(OperationInputs node) {
        long[] places = node.shape(0);
        int axis = TensorShapes.axis(node.integer("axis", -1), places.length + 1);
        return TensorFacts.of(node.input(2).type(), TensorShapes.inserted(places, axis, node.number(1)));
    }

    private static TensorFacts padded(OperationInputs node) {
        long[] shape = node.shape(0).clone();
        long[] added = node.numbers(1);
        checkAxes(added.length, 2 * shape.length);
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.addExact(shape[axis], Math.addExact(added[2 * axis], added[2 * axis + 1]));
        }
        return TensorFacts.of(node.input(0).type(), shape);
    }

    private static void checkAxes(int named, int expected) {
        if (named != expected) {
            throw new UnknownShapeException("takes " + named + " sizes where " + expected + " are expected");
        }
    }
}
