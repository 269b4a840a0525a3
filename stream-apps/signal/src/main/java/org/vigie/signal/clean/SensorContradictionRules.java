package org.vigie.signal.clean;

import static org.vigie.schemas.variable.VariableNames.ABP_DIA;
import static org.vigie.schemas.variable.VariableNames.ABP_MEAN;
import static org.vigie.schemas.variable.VariableNames.ABP_SYS;
import static org.vigie.schemas.variable.VariableNames.HR;
import static org.vigie.schemas.variable.VariableNames.PULSE_SPO2;
import static org.vigie.schemas.variable.VariableNames.RR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds values that the other sensors of the same message contradict: a sensor without contact, a sensor at the end of its range, and two
 * signals in each other's place.
 *
 * <p>A heart rate of zero is contradicted only after ten seconds, and only by a pulse or a pressure that is normal and changes. An asystole
 * alarm has begun by then (IEC 60601-2-27: 10 s). An oximeter that repeats its last pulse contradicts nothing.
 *
 * <p>Blood pressure in cardiac arrest stays above 5 mmHg (Repesse 2015: about 13 mmHg).
 */
record SensorContradictionRules(MonitoredMessage message) {
    private static final double NO_PRESSURE = 5;
    private static final double NO_PULSE_PRESSURE = 1;
    private static final double FLUSHED = 250;
    private static final List<String> LINE = List.of(ABP_SYS, ABP_DIA, ABP_MEAN);
    private static final List<String> RATES = List.of(HR, PULSE_SPO2);

    /** Returns the reason of each variable that is contradicted. */
    Map<String, CleaningReason> contradicted() {
        Map<String, CleaningReason> reasons = new HashMap<>();
        markSwapped(reasons);
        markLine(reasons);
        markElectrodes(reasons);
        markRates(reasons);
        return reasons;
    }

    private void markLine(Map<String, CleaningReason> reasons) {
        double systolic = message.value(ABP_SYS);
        boolean open = systolic < NO_PRESSURE;
        boolean pinned = message.value(ABP_DIA) >= FLUSHED && systolic - message.value(ABP_DIA) < NO_PULSE_PRESSURE;
        if (open || pinned) {
            LINE.forEach(variable -> reasons.put(variable, CleaningReason.FLAT_LINE));
        }
    }

    private void markElectrodes(Map<String, CleaningReason> reasons) {
        boolean beats = LINE.stream().anyMatch(message::isLivelyAndNormal) || message.isLivelyAndNormal(PULSE_SPO2);
        if (message.value(HR) == 0 && message.isStill(HR) && beats) {
            reasons.put(HR, CleaningReason.FLAT_LINE);
            if (message.value(RR) == 0) {
                reasons.put(RR, CleaningReason.FLAT_LINE);
            }
        }
    }

    /** Marks a rate at the end of the range of its sensor beside another rate that is normal, and an impossible respiration. */
    private void markRates(Map<String, CleaningReason> reasons) {
        for (String rate : RATES) {
            boolean contradicted = RATES.stream().anyMatch(message::isLivelyAndNormal);
            if (message.isAtEndOfRange(rate) && contradicted) {
                reasons.put(rate, CleaningReason.FLAT_LINE);
            }
        }
        if (message.isAtEndOfRange(RR)) {
            reasons.put(RR, CleaningReason.FLAT_LINE);
        }
    }

    private void markSwapped(Map<String, CleaningReason> reasons) {
        var swapped = new SwappedSignalsRule(message::value);
        if (swapped.arePressuresSwapped()) {
            reasons.put(ABP_SYS, CleaningReason.SPIKE);
            reasons.put(ABP_DIA, CleaningReason.SPIKE);
        }
        if (swapped.areRatesSwapped()) {
            reasons.put(HR, CleaningReason.SPIKE);
            reasons.put(RR, CleaningReason.SPIKE);
        }
    }
}
