package org.vigie.schemas.variable;

/** From another unit to the catalogue's: {@code value * factor + offset}. */
public record Conversion(double factor, double offset) {
    public static final Conversion IDENTITY = new Conversion(1, 0);

    public double apply(double value) {
        return value * factor + offset;
    }
}
