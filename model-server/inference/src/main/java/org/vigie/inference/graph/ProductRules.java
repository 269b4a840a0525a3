package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Describes products of matrices and convolutions. */
final class ProductRules {
    private ProductRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("MatMul", node -> List.of(product(node, node.flag("transpose_a"), node.flag("transpose_b"))));
        List.of("BatchMatMul", "BatchMatMulV2", "BatchMatMulV3")
                .forEach(name ->
                        rules.put(name, node -> List.of(product(node, node.flag("adj_x"), node.flag("adj_y")))));
        rules.put("Conv2D", node -> List.of(convolved(node)));
        rules.put(
                "Conv2DBackpropInput",
                node -> List.of(TensorFacts.of(node.input(2).type(), node.numbers(0))));
        rules.put(
                "Conv2DBackpropFilter",
                node -> List.of(TensorFacts.of(node.input(0).type(), node.numbers(1))));
    }

    /** Returns the bytes of the patches that the engine copies for a convolution; 0 of other operations. */
    static long workspace(OperationInputs node) {
        return switch (node.node().getOp()) {
            case "Conv2D" -> patches(node, convolved(node), node.shape(1));
            case "Conv2DBackpropInput" -> patches(node, node.input(2), node.shape(1));
            case "Conv2DBackpropFilter" -> patches(node, node.input(2), node.numbers(1));
            default -> 0;
        };
    }

    private static long patches(OperationInputs node, TensorFacts result, long[] filter) {
        int channels = format(node).indexOf('C');
        long places =
                result.withShape(TensorShapes.without(result.shape(), channels)).bytes();
        return Math.multiplyExact(places, TensorShapes.elements(Arrays.copyOf(filter, 3)));
    }

    private static TensorFacts product(OperationInputs node, boolean leftTurned, boolean rightTurned) {
        long[] left = node.shape(0);
        long[] right = node.shape(1);
        if (left.length < 2 || right.length < 2) {
            throw new UnknownShapeException("multiplies what is no matrix");
        }
        long rows = TensorShapes.sizeFromEnd(left, leftTurned ? 1 : 2);
        long columns = TensorShapes.sizeFromEnd(right, rightTurned ? 2 : 1);
        long[] batches =
                TensorShapes.broadcast(Arrays.copyOf(left, left.length - 2), Arrays.copyOf(right, right.length - 2));
        return TensorFacts.of(
                node.type("Tout", node.input(0).type()), TensorShapes.joined(batches, new long[] {rows, columns}));
    }

    private static String format(OperationInputs node) {
        return node.text("data_format", "NHWC");
    }

    private static TensorFacts convolved(OperationInputs node) {
        long[] filter = node.shape(1);
        if (node.input(0).rank() != 4 || filter.length != 4) {
            throw new UnknownShapeException("convolves tensors that have not four axes");
        }
        String format = format(node);
        long[] shape = node.shape(0).clone();
        shape[format.indexOf('C')] = filter[3];
        for (int side = 0; side < 2; side++) {
            int axis = format.indexOf(side == 0 ? 'H' : 'W');
            shape[axis] = places(node, axis, filter[side]);
        }
        return TensorFacts.of(node.input(0).type(), shape);
    }

    private static long places(OperationInputs node, int axis, long filter) {
        long step = at(node, "strides", axis, 1);
        long wide = (filter - 1) * at(node, "dilations", axis, 1) + 1;
        String padding = node.text("padding", "SAME");
        long size = node.shape(0)[axis]
                + at(node, "explicit_paddings", 2 * axis, 0)
                + at(node, "explicit_paddings", 2 * axis + 1, 0);
        return Math.max(0, padding.equals("SAME") ? (size + step - 1) / step : (size - wide + step) / step);
    }

    private static long at(OperationInputs node, String attribute, int place, long otherwise) {
        List<Long> numbers = node.integers(attribute);
        return place < numbers.size() ? numbers.get(place) : otherwise;
    }
}
