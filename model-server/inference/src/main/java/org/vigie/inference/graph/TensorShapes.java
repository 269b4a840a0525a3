package org.vigie.inference.graph;

import java.util.Arrays;

/** Computes shapes of tensors from other shapes. */
final class TensorShapes {
    private TensorShapes() {}

    /** @throws ArithmeticException when the product does not fit into 64 bits */
    static long elements(long... shape) {
        long elements = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new UnknownShapeException("has the negative size " + size);
            }
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }

    /** Returns the shape of an operation that repeats axes of size 1. */
    static long[] broadcast(long[] left, long[] right) {
        if (Arrays.equals(left, right)) {
            return left;
        }
        long[] shape = new long[Math.max(left.length, right.length)];
        for (int fromEnd = 1; fromEnd <= shape.length; fromEnd++) {
            shape[shape.length - fromEnd] = common(sizeFromEnd(left, fromEnd), sizeFromEnd(right, fromEnd));
        }
        return shape;
    }

    /** Returns the size of an axis that is counted from the last one, which is 1; the size is 1 before the first axis. */
    static long sizeFromEnd(long[] shape, int fromEnd) {
        return fromEnd > shape.length ? 1 : shape[shape.length - fromEnd];
    }

    private static long common(long left, long right) {
        if (left != right && left != 1 && right != 1) {
            throw new UnknownShapeException("joins axes of " + left + " and " + right);
        }
        return left == 1 ? right : left;
    }

    /** Returns an axis as a place in a shape; a negative one counts from the end. */
    static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new UnknownShapeException("names the axis " + axis + " of " + rank);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    static long[] with(long[] shape, int axis, long size) {
        long[] changed = shape.clone();
        changed[axis] = size;
        return changed;
    }

    static long[] without(long[] shape, int axis) {
        return joined(Arrays.copyOf(shape, axis), from(shape, axis + 1));
    }

    static long[] inserted(long[] shape, int axis, long size) {
        return joined(joined(Arrays.copyOf(shape, axis), new long[] {size}), from(shape, axis));
    }

    static long[] from(long[] shape, int axis) {
        if (axis > shape.length) {
            throw new UnknownShapeException("names the axis " + axis + " of " + shape.length);
        }
        return Arrays.copyOfRange(shape, axis, shape.length);
    }

    static long[] joined(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
