package org.vigie.signal.window;

import java.util.List;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Facts about a patient at admission. An unknown number is NaN.
 *
 * @param age age in years
 * @param heightCm height in cm; outside 120..230 it counts as unknown, as in the protocol of the baselines
 * @param weightKg weight at admission in kg; outside 20..300 it counts as unknown
 */
public record StaticFeatures(double age, AdministrativeSex sex, double heightCm, double weightKg, UnitType unit) {
    /** Features of a patient about whom nothing is known. */
    public static final StaticFeatures UNKNOWN =
            new StaticFeatures(Double.NaN, AdministrativeSex.UNKNOWN, Double.NaN, Double.NaN, UnitType.UNKNOWN);

    /** Name of each number of {@link #encode()}. */
    public static final List<String> NAMES = List.of(
            "age_years",
            "age_known",
            "female",
            "male",
            "height_cm",
            "height_known",
            "weight_kg",
            "weight_known",
            "unit_coronary",
            "unit_cardiac_surgery",
            "unit_medical",
            "unit_surgical");

    private static final ValueRange AGE =
            VariableCatalogue.standard().get(VariableNames.AGE).hard();
    private static final ValueRange HEIGHT = new ValueRange(120, 230);
    private static final ValueRange WEIGHT = new ValueRange(20, 300);

    /** Lists the administrative sexes, with the names of the stay's record. */
    public enum AdministrativeSex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /** Lists the kinds of unit, with the names of the stay's record. */
    public enum UnitType {
        CORONARY,
        CARDIAC_SURGERY,
        MEDICAL,
        SURGICAL,
        UNKNOWN
    }

    /**
     * Returns the numbers named in {@link #NAMES}, in physical units. An unknown number and its {@code known} flag are 0. All numbers are
     * finite.
     */
    public float[] encode() {
        return new float[] {
            valueIn(AGE, age),
            flag(AGE.contains(age)),
            flag(sex == AdministrativeSex.FEMALE),
            flag(sex == AdministrativeSex.MALE),
            valueIn(HEIGHT, heightCm),
            flag(HEIGHT.contains(heightCm)),
            valueIn(WEIGHT, weightKg),
            flag(WEIGHT.contains(weightKg)),
            flag(unit == UnitType.CORONARY),
            flag(unit == UnitType.CARDIAC_SURGERY),
            flag(unit == UnitType.MEDICAL),
            flag(unit == UnitType.SURGICAL)
        };
    }

    private static float valueIn(ValueRange range, double value) {
        return range.contains(value) ? (float) value : 0;
    }

    private static float flag(boolean set) {
        return set ? 1 : 0;
    }
}
