package org.vigie.schemas.variable;

/** Converts a value from another unit to the catalogue's unit: {@code value * factor + offset}. */
public record UnitConversion(double factor, double offset) {
    public static final UnitConversion IDENTITY = new UnitConversion(1, 0);

    public double apply(double value) {
        return value * factor + offset;
    }
}
