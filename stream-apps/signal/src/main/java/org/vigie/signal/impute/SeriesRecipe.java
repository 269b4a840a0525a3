package org.vigie.signal.impute;

import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Says how the hours of one series become inputs of a model.
 *
 * @param variable name in the catalogue
 * @param selected whether the series is used; a series that is not used counts as never measured
 * @param unit in which the model receives the values
 * @param conversion from the catalogue's unit to {@code unit}
 * @param range of the hourly values in {@code unit}; a value outside is left out
 * @param hourly how the readings of an hour become one value
 * @param mergedFrom series whose value fills an empty hour; {@link #NONE} without one
 * @param carryHours hours for which the last value is carried forward; the normal value follows
 */
public record SeriesRecipe(
        String variable,
        boolean selected,
        String unit,
        UnitConversion conversion,
        ValueRange range,
        HourlyValue hourly,
        int mergedFrom,
        int carryHours) {
    /** Stands for no series. */
    public static final int NONE = -1;
    /** Carries a value until the next one. */
    public static final int WITHOUT_END = Integer.MAX_VALUE;

    public SeriesRecipe {
        if (carryHours < 0) {
            throw new IllegalArgumentException("carryHours: must not be negative, was " + carryHours);
        }
    }

    /** Returns the values that an hour can have, in {@code unit}. A sum has no highest one. */
    public ValueRange possible() {
        ValueRange hard = VariableCatalogue.standard().get(variable).hard();
        double high = hourly == HourlyValue.SUM ? Double.POSITIVE_INFINITY : conversion.apply(hard.high());
        return new ValueRange(conversion.apply(hard.low()), high);
    }

    /** Returns the rule as one line; recipes with the same lines prepare the same windows. */
    String canonical() {
        return String.join(
                " ",
                variable,
                selected ? "used" : "left-out",
                unit,
                range.toString(),
                hourly.name(),
                Integer.toString(mergedFrom),
                Integer.toString(carryHours));
    }
}
