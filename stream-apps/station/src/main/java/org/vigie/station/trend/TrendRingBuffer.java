package org.vigie.station.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds the newest buckets of one variable, each with its lowest, highest and last value, so that thinning hides no spike. Readings may
 * come in any order, and a reading that comes twice changes nothing.
 */
final class TrendRingBuffer {
    private final long stepMillis;
    private final long[] bucket;
    private final int[] lastMillis;
    private final float[] last;
    private final float[] low;
    private final float[] high;

    TrendRingBuffer(Duration step, int slots) {
        stepMillis = step.toMillis();
        bucket = new long[slots];
        lastMillis = new int[slots];
        last = new float[slots];
        low = new float[slots];
        high = new float[slots];
    }

    /**
     * @param at epoch milliseconds
     * @param value in the catalogue's unit
     */
    void add(long at, double value) {
        long number = Math.floorDiv(at, stepMillis);
        int slot = (int) Math.floorMod(number, (long) bucket.length);
        if (number > bucket[slot]) {
            open(slot, number);
        }
        if (number == bucket[slot]) {
            widen(slot, (int) Math.floorMod(at, stepMillis), (float) value);
        }
    }

    /** Empties the bucket of a value that was withdrawn, where it is its lowest, highest or last: a gap is drawn, never a wrong value. */
    void remove(long at, double value) {
        long number = Math.floorDiv(at, stepMillis);
        int slot = (int) Math.floorMod(number, (long) bucket.length);
        boolean isLast = lastMillis[slot] == (int) Math.floorMod(at, stepMillis);
        boolean shown = isLast || low[slot] == (float) value || high[slot] == (float) value;
        if (number == bucket[slot] && shown) {
            bucket[slot] = 0;
        }
    }

    /** Buckets from {@code from} on, oldest first; a bucket stands at the time of its last value. */
    TrendSeries since(long from) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < bucket.length; slot++) {
            if (bucket[slot] != 0 && time(slot) >= from) {
                slots.add(slot);
            }
        }
        slots.sort((a, b) -> Long.compare(bucket[a], bucket[b]));
        var series = new TrendSeries(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        slots.forEach(slot -> series.add(time(slot), last[slot], low[slot], high[slot]));
        return series;
    }

    /** Returns the lowest and highest value of the buckets between two instants, both included. */
    ValueSpan span(long from, long until) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int slot = 0; slot < bucket.length; slot++) {
            if (bucket[slot] != 0 && time(slot) >= from && time(slot) <= until) {
                lowest = Math.min(lowest, low[slot]);
                highest = Math.max(highest, high[slot]);
            }
        }
        return new ValueSpan(lowest, highest);
    }

    /** Adds the numbers of the buckets from {@code from} on that hold a value. */
    void addBuckets(long from, Set<Long> numbers) {
        for (int slot = 0; slot < bucket.length; slot++) {
            if (bucket[slot] != 0 && time(slot) >= from) {
                numbers.add(bucket[slot]);
            }
        }
    }

    private void open(int slot, long number) {
        bucket[slot] = number;
        lastMillis[slot] = -1;
        low[slot] = Float.POSITIVE_INFINITY;
        high[slot] = Float.NEGATIVE_INFINITY;
    }

    private void widen(int slot, int millis, float value) {
        low[slot] = Math.min(low[slot], value);
        high[slot] = Math.max(high[slot], value);
        if (millis >= lastMillis[slot]) {
            lastMillis[slot] = millis;
            last[slot] = value;
        }
    }

    private long time(int slot) {
        return bucket[slot] * stepMillis + lastMillis[slot];
    }
}
