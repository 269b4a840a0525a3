package org.vigie.inference.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.tensorflow.proto.DataType;

/** Describes operations that compute shapes and places of other tensors. */
final class SizeRules {
    private SizeRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("Const", node -> List.of(GraphConstant.of(node.node())));
        rules.put("NoOp", node -> List.of());
        rules.put("Shape", SizeRules::shapes);
        rules.put("ShapeN", SizeRules::shapes);
        rules.put(
                "Size",
                node -> List.of(TensorFacts.single(type(node), node.input(0).elements())));
        rules.put(
                "Rank",
                node -> List.of(
                        TensorFacts.single(DataType.DT_INT32, node.input(0).rank())));
        rules.put("Range", node -> List.of(range(node)));
        rules.put("ConcatOffset", SizeRules::offsets);
        rules.put(
                "BroadcastArgs",
                node -> List.of(TensorFacts.list(
                        node.input(0).type(), TensorShapes.broadcast(node.numbers(0), node.numbers(1)))));
        rules.put("BroadcastGradientArgs", SizeRules::repeatedAxes);
        rules.put("DynamicStitch", node -> List.of(stitched(node)));
    }

    private static DataType type(OperationInputs node) {
        return node.type("out_type", DataType.DT_INT32);
    }

    private static List<TensorFacts> shapes(OperationInputs node) {
        return node.tensors().stream()
                .map(tensor -> TensorFacts.list(type(node), tensor.shape()))
                .toList();
    }

    private static TensorFacts range(OperationInputs node) {
        long from = node.number(0);
        long step = node.number(2);
        long span = Math.subtractExact(node.number(1), from);
        long count = Math.max(0, -Math.floorDiv(-span, step));
        TensorFacts range = TensorFacts.of(node.input(0).type(), count);
        return count > TensorFacts.MOST_NUMBERS
                ? range
                : TensorFacts.list(
                        range.type(),
                        LongStream.range(0, count).map(at -> from + at * step).toArray());
    }

    private static List<TensorFacts> offsets(OperationInputs node) {
        List<TensorFacts> offsets = new ArrayList<>();
        long from = 0;
        for (TensorFacts shape : node.tensors().subList(1, node.tensors().size())) {
            long[] sizes = OperationInputs.numbers(shape);
            int axis = TensorShapes.axis(node.number(0), sizes.length);
            offsets.add(TensorFacts.list(shape.type(), TensorShapes.with(new long[sizes.length], axis, from)));
            from = Math.addExact(from, sizes[axis]);
        }
        return offsets;
    }

    /** Lists the axes along which each of two inputs was repeated, so that its gradient is summed along them. */
    private static List<TensorFacts> repeatedAxes(OperationInputs node) {
        long[] left = node.numbers(0);
        long[] right = node.numbers(1);
        DataType type = node.input(0).type();
        return List.of(TensorFacts.list(type, repeated(left, right)), TensorFacts.list(type, repeated(right, left)));
    }

    private static long[] repeated(long[] own, long[] other) {
        int rank = Math.max(own.length, other.length);
        return Arrays.equals(own, other)
                ? new long[0]
                : LongStream.range(0, rank)
                        .filter(axis -> TensorShapes.sizeFromEnd(own, (int) (rank - axis)) == 1)
                        .toArray();
    }

    /** Describes lists whose entries are put at the places that other lists name. */
    private static TensorFacts stitched(OperationInputs node) {
        int lists = node.tensors().size() / 2;
        long size = 0;
        for (int at = 0; at < lists; at++) {
            size = Math.max(size, Arrays.stream(node.numbers(at)).max().orElse(-1) + 1);
        }
        TensorFacts first = node.input(lists);
        long[] entry = TensorShapes.from(first.shape(), node.input(0).rank());
        TensorFacts stitched = TensorFacts.of(first.type(), TensorShapes.inserted(entry, 0, size));
        boolean known = entry.length == 0
                && size <= TensorFacts.MOST_NUMBERS
                && node.tensors().stream().allMatch(list -> list.numbers().isPresent());
        return known ? TensorFacts.list(first.type(), stitchedNumbers(node, lists, (int) size)) : stitched;
    }

    private static long[] stitchedNumbers(OperationInputs node, int lists, int size) {
        long[] numbers = new long[size];
        for (int at = 0; at < lists; at++) {
            long[] places = node.numbers(at);
            long[] values = node.numbers(lists + at);
            for (int i = 0; i < places.length; i++) {
                numbers[(int) places[i]] = values[Math.min(i, values.length - 1)];
            }
        }
        return numbers;
    }
}
