package org.vigie.inference.graph;

import java.util.Optional;

/**
 * Lists places along an axis.
 *
 * @param step from one to the next; never 0
 */
record AxisPlaces(long from, long step, long count) {
    /**
     * Lists the places between two ends. A negative end counts from the last place, and an end beyond the axis is that of the axis.
     *
     * @param from empty: the first place, or the last one for a negative step
     * @param to empty: all that follow
     */
    static AxisPlaces of(long size, Optional<Long> from, Optional<Long> to, long step) {
        long lowest = step > 0 ? 0 : -1;
        long highest = step > 0 ? size : size - 1;
        long start = from.map(end -> within(end, size, lowest, highest)).orElse(step > 0 ? lowest : highest);
        long stop = to.map(end -> within(end, size, lowest, highest)).orElse(step > 0 ? highest : lowest);
        return new AxisPlaces(start, step, Math.max(0, -Math.floorDiv(start - stop, step)));
    }

    private static long within(long end, long size, long lowest, long highest) {
        return Math.max(lowest, Math.min(highest, end < 0 ? end + size : end));
    }
}
