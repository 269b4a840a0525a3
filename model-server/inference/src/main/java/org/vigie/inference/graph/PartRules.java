package org.vigie.inference.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes operations that take parts of a tensor. */
final class PartRules {
    private PartRules() {}

    static void addTo(Map<String, ShapeRule> rules) {
        rules.put("Slice", node -> List.of(slice(node)));
        rules.put("Split", node -> split(node, node.input(1), node.number(0)));
        rules.put("SplitV", PartRules::unequalParts);
        rules.put("Unpack", PartRules::unpacked);
        rules.put("Gather", node -> List.of(gathered(node, 0)));
        rules.put("GatherV2", node -> List.of(gathered(node, node.number(2))));
        rules.put("GatherNd", node -> List.of(gatheredEntries(node)));
        StridedRules.addTo(rules);
    }

    private static TensorFacts slice(OperationInputs node) {
        TensorFacts input = node.input(0);
        long[] from = node.numbers(1);
        long[] sizes = node.numbers(2).clone();
        if (from.length != input.rank() || sizes.length != input.rank()) {
            throw new UnknownShapeException("takes a part of " + from.length + " axes of " + input.rank());
        }
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = sizes[axis] == -1 ? Math.subtractExact(input.shape()[axis], from[axis]) : sizes[axis];
        }
        return TensorFacts.of(input.type(), sizes).withNumbers(KnownNumbers.part(input, from, sizes));
    }

    private static List<TensorFacts> split(OperationInputs node, TensorFacts input, long along) {
        int axis = TensorShapes.axis(along, input.rank());
        long parts = atLeastOne(node.integer("num_split", 1));
        return copies(
                TensorFacts.of(input.type(), TensorShapes.with(input.shape(), axis, input.shape()[axis] / parts)),
                parts);
    }

    private static List<TensorFacts> unequalParts(OperationInputs node) {
        TensorFacts input = node.input(0);
        int axis = TensorShapes.axis(node.number(2), input.rank());
        long[] sizes = node.numbers(1);
        long rest = input.shape()[axis]
                - Arrays.stream(sizes).filter(size -> size > 0).sum();
        List<TensorFacts> parts = new ArrayList<>();
        for (long size : sizes) {
            parts.add(TensorFacts.of(input.type(), TensorShapes.with(input.shape(), axis, size < 0 ? rest : size)));
        }
        return parts;
    }

    private static List<TensorFacts> unpacked(OperationInputs node) {
        TensorFacts input = node.input(0);
        int axis = TensorShapes.axis(node.integer("axis", 0), input.rank());
        if (input.rank() == 1 && input.numbers().isPresent()) {
            return Arrays.stream(input.numbers().get())
                    .mapToObj(number -> TensorFacts.single(input.type(), number))
                    .toList();
        }
        return copies(TensorFacts.of(input.type(), TensorShapes.without(input.shape(), axis)), input.shape()[axis]);
    }

    /** Describes the entries of a tensor along an axis at the places that another tensor names. */
    private static TensorFacts gathered(OperationInputs node, long along) {
        TensorFacts input = node.input(0);
        TensorFacts places = node.input(1);
        int axis = TensorShapes.axis(along, input.rank());
        int batches = (int) node.integer("batch_dims", 0);
        long[] named = TensorShapes.from(places.shape(), batches < 0 ? batches + places.rank() : batches);
        long[] before = Arrays.copyOf(input.shape(), axis);
        long[] shape =
                TensorShapes.joined(TensorShapes.joined(before, named), TensorShapes.from(input.shape(), axis + 1));
        boolean list = input.rank() == 1
                && input.numbers().isPresent()
                && places.numbers().isPresent();
        return TensorFacts.of(input.type(), shape)
                .withNumbers(list ? at(input.numbers().get(), places.numbers().get()) : Optional.empty());
    }

    private static Optional<long[]> at(long[] numbers, long[] places) {
        return Arrays.stream(places).allMatch(place -> place >= 0 && place < numbers.length)
                ? Optional.of(
                        Arrays.stream(places).map(place -> numbers[(int) place]).toArray())
                : Optional.empty();
    }

    private static TensorFacts gatheredEntries(OperationInputs node) {
        long[] places = node.shape(1);
        int last = TensorShapes.axis(-1, places.length);
        long[] entry = TensorShapes.from(node.shape(0), (int) Math.min(places[last], Integer.MAX_VALUE));
        return TensorFacts.of(node.input(0).type(), TensorShapes.joined(Arrays.copyOf(places, last), entry));
    }

    private static long atLeastOne(long parts) {
        if (parts < 1) {
            throw new UnknownShapeException("makes " + parts + " parts");
        }
        return parts;
    }

    private static List<TensorFacts> copies(TensorFacts one, long count) {
        if (count > GraphMemory.MOST_OUTPUTS) {
            throw new UnknownShapeException("makes " + count + " parts");
        }
        return Collections.nCopies((int) count, one);
    }
}
