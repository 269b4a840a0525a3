package org.vigie.signal.window;

import java.util.List;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * What is known about a patient at admission. A number that is not known is NaN.
 *
 * @param age years
 * @param heightCm outside 120..230 it counts as unknown, as in the protocol of the baselines
 * @param weightKg at admission; outside 20..300 it counts as unknown
 */
public record StaticFeatures(double age, AdministrativeSex sex, double heightCm, double weightKg, UnitType unit) {
    /** Nothing is known. */
    public static final StaticFeatures UNKNOWN =
            new StaticFeatures(Double.NaN, AdministrativeSex.UNKNOWN, Double.NaN, Double.NaN, UnitType.UNKNOWN);

    /** What each number of {@link #encode()} says. */
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

    /** Administrative sex, named as on the stay's record. */
    public enum AdministrativeSex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /** Kind of unit, named as on the stay's record. */
    public enum UnitType {
        CORONARY,
        CARDIAC_SURGERY,
        MEDICAL,
        SURGICAL,
        UNKNOWN
    }

    /** The numbers named in {@link #NAMES}, in physical units; an unknown one is 0 and its {@code known} is 0. All finite. */
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
