package org.vigie.schemas.variable;

/** Describes a closed interval in the variable's unit. An open end is infinite. */
public record ValueRange(double low, double high) {
    public static final ValueRange UNBOUNDED = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public ValueRange {
        if (!(low <= high)) {
            throw new IllegalArgumentException("range: low must not exceed high, was " + low + ".." + high);
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    @Override
    public String toString() {
        return low + ".." + high;
    }
}
