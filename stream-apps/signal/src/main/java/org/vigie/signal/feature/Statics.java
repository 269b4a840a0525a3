package org.vigie.signal.feature;

import java.util.List;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * What is known about a patient at admission. A number that is not known is NaN.
 *
 * @param age years
 * @param heightCm outside 120..230 it counts as unknown, as in the protocol of the baselines
 * @param weightKg at admission; outside 20..300 it counts as unknown
 */
public record Statics(double age, Sex sex, double heightCm, double weightKg, Unit unit) {
    /** Nothing is known. */
    public static final Statics UNKNOWN = new Statics(Double.NaN, Sex.UNKNOWN, Double.NaN, Double.NaN, Unit.UNKNOWN);

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

    private static final Range AGE = VariableCatalogue.standard().get("age").hard();
    private static final Range HEIGHT = new Range(120, 230);
    private static final Range WEIGHT = new Range(20, 300);

    /** Administrative sex, named as on the stay's record. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    /** Kind of unit, named as on the stay's record. */
    public enum Unit {
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
            flag(sex == Sex.FEMALE),
            flag(sex == Sex.MALE),
            valueIn(HEIGHT, heightCm),
            flag(HEIGHT.contains(heightCm)),
            valueIn(WEIGHT, weightKg),
            flag(WEIGHT.contains(weightKg)),
            flag(unit == Unit.CORONARY),
            flag(unit == Unit.CARDIAC_SURGERY),
            flag(unit == Unit.MEDICAL),
            flag(unit == Unit.SURGICAL)
        };
    }

    private static float valueIn(Range range, double value) {
        return range.contains(value) ? (float) value : 0;
    }

    private static float flag(boolean set) {
        return set ? 1 : 0;
    }
}
