package org.vigie.station.trend;

/**
 * Holds the lowest and the highest value of a variable over some time, in the variable's unit.
 *
 * @param low positive infinity when there was no value
 * @param high negative infinity when there was no value
 */
public record ValueSpan(double low, double high) {
    static final ValueSpan NOTHING = new ValueSpan(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    boolean isEmpty() {
        return low > high;
    }

    /** Returns the span of the values of both. */
    ValueSpan with(ValueSpan other) {
        return new ValueSpan(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Returns true for a value that lies outside by more than a margin. Every value lies outside an empty span. */
    boolean isOutside(double value, double margin) {
        return isEmpty() || value < low - margin || value > high + margin;
    }
}
