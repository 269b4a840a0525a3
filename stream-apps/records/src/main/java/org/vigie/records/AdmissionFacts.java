package org.vigie.records;

import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.signal.window.StaticFeatures;

/**
 * Holds the facts about a patient at admission, as the records of stays and windows hold them.
 *
 * @param age in years; null when unknown
 * @param heightCm null when unknown
 * @param weightKg null when unknown
 */
public record AdmissionFacts(
        @Nullable Double age,
        AdministrativeSexRecord sex,
        @Nullable Double heightCm,
        @Nullable Double weightKg,
        UnitTypeRecord unit) {
    public static AdmissionFacts of(Stay stay) {
        return new AdmissionFacts(
                stay.getAge(), stay.getSex(), stay.getHeightCm(), stay.getWeightKg(), stay.getUnitKind());
    }

    public static AdmissionFacts of(Window window) {
        return new AdmissionFacts(
                window.getAge(), window.getSex(), window.getHeightCm(), window.getWeightKg(), window.getUnitKind());
    }

    /** Returns the features that rules and models use. */
    public StaticFeatures toRule() {
        return new StaticFeatures(
                number(age),
                EnumMappings.ADMINISTRATIVE_SEX.toRule(sex),
                number(heightCm),
                number(weightKg),
                EnumMappings.UNIT_TYPE.toRule(unit));
    }

    private static double number(@Nullable Double known) {
        return known == null ? Double.NaN : known;
    }
}
