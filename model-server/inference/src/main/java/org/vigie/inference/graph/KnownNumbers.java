package org.vigie.inference.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Follows known whole numbers, row by row, through operations that join tensors or take a part of one. */
final class KnownNumbers {
    private KnownNumbers() {}

    /** Returns the numbers of tensors that are joined along an axis; empty when those of one are not known. */
    static Optional<long[]> joined(List<TensorFacts> parts, int axis) {
        long all = parts.stream().mapToLong(TensorFacts::elements).reduce(0, Math::addExact);
        if (all > TensorFacts.MOST_NUMBERS
                || parts.stream().anyMatch(part -> part.numbers().isEmpty())) {
            return Optional.empty();
        }
        long[] first = parts.get(0).shape();
        long blocks = TensorShapes.elements(Arrays.copyOf(first, axis));
        return Optional.of(LongStream.range(0, blocks)
                .flatMap(block -> parts.stream().flatMapToLong(part -> block(part, (int) block, (int) blocks)))
                .toArray());
    }

    private static LongStream block(TensorFacts part, int block, int blocks) {
        long[] numbers = part.numbers().orElseThrow();
        int length = numbers.length / blocks;
        return Arrays.stream(numbers, block * length, (block + 1) * length);
    }

    /** Returns the numbers of a part that begins at these places and has these sizes; empty when it does not lie inside. */
    static Optional<long[]> part(TensorFacts tensor, long[] from, long[] sizes) {
        boolean inside = IntStream.range(0, sizes.length)
                .allMatch(axis -> from[axis] >= 0
                        && sizes[axis] >= 0
                        && from[axis] <= tensor.shape()[axis]
                        && sizes[axis] <= tensor.shape()[axis] - from[axis]);
        return inside
                ? tensor.numbers()
                        .map(numbers -> LongStream.range(0, TensorShapes.elements(sizes))
                                .map(at -> numbers[place(tensor.shape(), from, sizes, at)])
                                .toArray())
                : Optional.empty();
    }

    /** Returns where an element of a part stands in the whole tensor. */
    private static int place(long[] shape, long[] from, long[] sizes, long element) {
        long place = 0;
        long step = 1;
        long rest = element;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            place += (from[axis] + rest % sizes[axis]) * step;
            rest /= sizes[axis];
            step *= shape[axis];
        }
        return (int) place;
    }
}
