package org.vigie.triage.feature;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;

/**
 * Holds the facts about one patient at triage.
 *
 * @param known plausible values only; a missing value has no entry
 * @param complaint in the words of the patient or the nurse; empty when not given
 */
public record TriageVisit(Map<TriageInput, Double> known, String complaint) {
    private static final Map<ScoredVitalSign, TriageInput> VITALS = Map.of(
            ScoredVitalSign.RR, TriageInput.RR,
            ScoredVitalSign.SPO2, TriageInput.SPO2,
            ScoredVitalSign.SBP, TriageInput.SBP,
            ScoredVitalSign.PULSE, TriageInput.HR,
            ScoredVitalSign.TEMP, TriageInput.TEMP);
    private static final List<String> DIASTOLIC = List.of(VariableNames.ABP_DIA, VariableNames.NIBP_DIA);

    public TriageVisit {
        known.forEach((input, value) -> {
            if (!input.isPlausible(value)) {
                throw new IllegalArgumentException(input.column() + ": cannot be a patient's, was " + value);
            }
        });
        known = Map.copyOf(known);
    }

    /** Describes a patient in a bed by the fresh vital signs, age and sex, without a complaint. */
    public static TriageVisit atBedside(CurrentVitals vitals, StaticFeatures patient, Instant at) {
        Map<TriageInput, Double> known = emptyValues();
        VITALS.forEach((vitalSign, input) -> vitalSign.fresh(vitals, at).ifPresent(value -> put(known, input, value)));
        vitals.firstFresh(DIASTOLIC, at)
                .flatMap(vitals::find)
                .ifPresent(vital -> put(known, TriageInput.DBP, vital.value()));
        ScoredVitalSign.GCS.fresh(vitals, at).ifPresent(glasgow -> put(known, TriageInput.MENTAL, alertness(glasgow)));
        put(known, TriageInput.AGE, patient.age());
        put(known, TriageInput.SEX, code(patient.sex()));
        return new TriageVisit(known, "");
    }

    /** Returns the code of a sex in the KTAS file; NaN when it is unknown. */
    private static double code(AdministrativeSex sex) {
        return switch (sex) {
            case FEMALE -> 1;
            case MALE -> 2;
            case UNKNOWN -> Double.NaN;
        };
    }

    /**
     * Maps a Glasgow score to alert, voice, pain or none: the level with the nearest of the median scores 15, 13, 8 and 3; a tie gives the
     * graver level.
     *
     * <p>Source: Kelly CA, Upex A, Bateman DN. Ann Emerg Med 2004;44:108-113.
     */
    private static double alertness(double glasgow) {
        if (glasgow > 14) {
            return 1;
        }
        return glasgow > 10 ? 2 : glasgow > 5 ? 3 : 4;
    }

    /** Returns the value of an input; NaN when it is missing. */
    public double value(TriageInput input) {
        return known.getOrDefault(input, Double.NaN);
    }

    /** Adds a value when it is plausible. */
    public static void put(Map<TriageInput, Double> known, TriageInput input, double value) {
        if (input.isPlausible(value)) {
            known.put(input, value);
        }
    }

    /** Returns an empty map to fill. */
    public static Map<TriageInput, Double> emptyValues() {
        return new EnumMap<>(TriageInput.class);
    }
}
