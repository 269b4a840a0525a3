package org.vigie.station.trend;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Holds one variable of one stay over the last two days at three resolutions: an hour by 10 seconds, 6 hours by the minute, 48 hours
 * by 5 minutes.
 */
final class VariableTrend {
    private static final int MARGIN = 6;

    private final List<TrendRingBuffer> rings = List.of(
            new TrendRingBuffer(Duration.ofSeconds(10), 360 + MARGIN),
            new TrendRingBuffer(Duration.ofMinutes(1), 360 + MARGIN),
            new TrendRingBuffer(Duration.ofMinutes(5), 576 + MARGIN));

    void add(long at, double value) {
        rings.forEach(ring -> ring.add(at, value));
    }

    void remove(long at, double value) {
        rings.forEach(ring -> ring.remove(at, value));
    }

    /** Returns the span of values between two instants (epoch ms), by the finest buckets that reach back to the first. */
    ValueSpan span(long from, long until, long now) {
        return ring(hours(from, now)).span(from, until);
    }

    /**
     * Returns the span of values between two instants (epoch ms), by the buckets of every width. The widest ones reach back to the first
     * instant, and the narrowest ones hold the values before the last instant that a wide bucket mixes with later ones.
     */
    ValueSpan spanOfAllBuckets(long from, long until) {
        return rings.stream().map(ring -> ring.span(from, until)).reduce(ValueSpan.NOTHING, ValueSpan::with);
    }

    /** Adds the minutes, counted from the epoch, that hold a value. */
    void addMinutes(long from, Set<Long> minutes) {
        rings.get(1).addBuckets(from, minutes);
    }

    /** @param hours how far back: decides the step */
    TrendSeries since(long from, int hours) {
        return ring(hours).since(from);
    }

    private TrendRingBuffer ring(int hours) {
        return rings.get(hours <= 1 ? 0 : hours <= 6 ? 1 : 2);
    }

    private static int hours(long from, long now) {
        return (int)
                Math.min(TrendSnapshot.MOST_HOURS, Duration.ofMillis(now - from).toHours() + 1);
    }
}
