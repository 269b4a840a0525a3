package org.vigie.triage.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.signal.earlywarning.Quantity;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.feature.Statics;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

/** A patient in a bed, as a triage desk would see him now. */
final class BedsideVisit {
    private static final Map<Quantity, Input> VITALS = Map.of(
            Quantity.RR, Input.RR,
            Quantity.SPO2, Input.SPO2,
            Quantity.SBP, Input.SBP,
            Quantity.PULSE, Input.HR,
            Quantity.TEMP, Input.TEMP);
    private static final List<String> DIASTOLIC = List.of("abp_dia", "nibp_dia");

    private BedsideVisit() {}

    static Visit of(Vitals vitals, Statics patient, Instant at) {
        Map<Input, Double> known = Visit.nothingKnown();
        VITALS.forEach(
                (quantity, input) -> quantity.fresh(vitals, at).ifPresent(value -> Visit.put(known, input, value)));
        vitals.speaker(DIASTOLIC, at)
                .flatMap(vitals::find)
                .ifPresent(vital -> Visit.put(known, Input.DBP, vital.value()));
        Quantity.GCS.fresh(vitals, at).ifPresent(glasgow -> Visit.put(known, Input.MENTAL, alertness(glasgow)));
        Visit.put(known, Input.AGE, patient.age());
        switch (patient.sex()) {
            case FEMALE -> known.put(Input.SEX, 1.0);
            case MALE -> known.put(Input.SEX, 2.0);
            case UNKNOWN -> {}
        }
        return new Visit(known, "");
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
