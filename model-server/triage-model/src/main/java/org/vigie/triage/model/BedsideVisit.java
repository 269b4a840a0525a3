package org.vigie.triage.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

/** A patient in a bed, as a triage desk would see him now. */
final class BedsideVisit {
    private static final Map<ScoredVitalSign, TriageInput> VITALS = Map.of(
            ScoredVitalSign.RR, TriageInput.RR,
            ScoredVitalSign.SPO2, TriageInput.SPO2,
            ScoredVitalSign.SBP, TriageInput.SBP,
            ScoredVitalSign.PULSE, TriageInput.HR,
            ScoredVitalSign.TEMP, TriageInput.TEMP);
    private static final List<String> DIASTOLIC = List.of(VariableNames.ABP_DIA, VariableNames.NIBP_DIA);

    private BedsideVisit() {}

    static TriageVisit of(CurrentVitals vitals, StaticFeatures patient, Instant at) {
        Map<TriageInput, Double> known = TriageVisit.emptyValues();
        VITALS.forEach((vitalSign, input) ->
                vitalSign.fresh(vitals, at).ifPresent(value -> TriageVisit.put(known, input, value)));
        vitals.firstFresh(DIASTOLIC, at)
                .flatMap(vitals::find)
                .ifPresent(vital -> TriageVisit.put(known, TriageInput.DBP, vital.value()));
        ScoredVitalSign.GCS
                .fresh(vitals, at)
                .ifPresent(glasgow -> TriageVisit.put(known, TriageInput.MENTAL, alertness(glasgow)));
        TriageVisit.put(known, TriageInput.AGE, patient.age());
        switch (patient.sex()) {
            case FEMALE -> known.put(TriageInput.SEX, 1.0);
            case MALE -> known.put(TriageInput.SEX, 2.0);
            case UNKNOWN -> {}
        }
        return new TriageVisit(known, "");
    }

    /**
     * Alert, voice, pain, none: the nearest of their median Glasgow scores 15, 13, 8 and 3, a tie to the graver.
     *
     * <p>Source: Kelly CA, Upex A, Bateman DN. Ann Emerg Med 2004;44:108-113.
     */
    private static double alertness(double glasgow) {
        if (glasgow > 14) {
            return 1;
        }
        return glasgow > 10 ? 2 : glasgow > 5 ? 3 : 4;
    }
}
