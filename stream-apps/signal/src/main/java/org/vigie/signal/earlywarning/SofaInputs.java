package org.vigie.signal.earlywarning;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Gives the values with which SOFA judges an organ: the FiO2 at the sampling of a blood gas, the Glasgow coma score before sedation, and the
 * support of breathing, circulation and kidneys.
 *
 * @param oxygen the FiO2 of the last hours
 */
record SofaInputs(CurrentVitals vitals, OxygenHistory oxygen, Instant at) {
    /** From this level of the Richmond scale on a patient is sedated: moderately or more deeply. */
    private static final int SEDATED = -3;

    /** Returns the values with the FiO2 at the sampling of the newest blood gas. Without one the FiO2 is missing. */
    CurrentVitals atSampling() {
        Optional<CurrentValue> gas = vitals.find(VariableNames.PAO2);
        OptionalDouble fio2 =
                gas.map(sample -> oxygen.with(vitals).at(sample.at())).orElse(OptionalDouble.empty());
        return fio2.isEmpty()
                ? without(VariableNames.FIO2)
                : with(VariableNames.FIO2, sampled(gas.orElseThrow(), fio2.getAsDouble()));
    }

    private static CurrentValue sampled(CurrentValue gas, double fio2) {
        return new CurrentValue(fio2, gas.moment(), gas.place(), CurrentValue.UNKNOWN, CurrentValue.UNKNOWN);
    }

    /** Returns the values with the Glasgow coma score before sedation, while the patient is sedated. */
    CurrentVitals beforeSedation() {
        boolean isSedated = vitals.fresh(VariableNames.RASS, at)
                .filter(rass -> rass.value() <= SEDATED)
                .isPresent();
        if (!isSedated) {
            return vitals;
        }
        return vitals.find(VariableNames.GCS_PRESEDATION)
                .map(before -> with(VariableNames.GCS_TOTAL, current(before)))
                .orElseGet(() -> without(VariableNames.GCS_TOTAL));
    }

    /** Returns a value that holds as long as the sedation. */
    private CurrentValue current(CurrentValue before) {
        CurrentValue sedation = vitals.find(VariableNames.RASS).orElseThrow();
        return new CurrentValue(
                before.value(), sedation.moment(), before.place(), CurrentValue.UNKNOWN, CurrentValue.UNKNOWN);
    }

    /**
     * Returns whether breathing is supported; empty when it is not charted.
     *
     * @param from lowest ventilation mode that counts: 1 high flow, 2 non-invasive
     */
    Optional<Boolean> isBreathingSupported(int from) {
        Optional<Boolean> mode = vitals.fresh(VariableNames.VENT_MODE, at).map(value -> value.value() >= from);
        Optional<Boolean> chart = vitals.fresh(VariableNames.MECH_VENT, at).map(value -> value.value() > 0);
        return Stream.of(mode, chart).flatMap(Optional::stream).reduce(Boolean::logicalOr);
    }

    /** Returns whether renal replacement therapy runs; empty when it is not charted. */
    Optional<Boolean> isRenalReplacementRunning() {
        return vitals.fresh(VariableNames.RENAL_REPLACEMENT, at).map(value -> value.value() > 0);
    }

    private CurrentVitals with(String variable, CurrentValue value) {
        Map<String, CurrentValue> newest = new HashMap<>(vitals.newest());
        newest.put(variable, value);
        return new CurrentVitals(newest, vitals.lastSignals());
    }

    private CurrentVitals without(String variable) {
        Map<String, CurrentValue> newest = new HashMap<>(vitals.newest());
        newest.remove(variable);
        return new CurrentVitals(newest, vitals.lastSignals());
    }
}
