package org.vigie.vitals;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.CerebralPerfusion;

/**
 * Derives the cerebral perfusion pressure of one message from its arterial and its intracranial pressure.
 *
 * <p>Both must be kept, followed and of the same instant. A pressure that the monitor sends itself is never replaced. A message that
 * withdraws or corrects one of both withdraws or corrects the derived pressure too.
 *
 * @param judged readings of one message that were not rejected
 * @param before what the device reported earlier for the instant of a pressure that the message withdraws
 */
record DerivedPerfusion(List<JudgedReading> judged, EarlierPressures before) {
    /** Place of a reading that no device sent. */
    static final int COMPUTED = -1;

    /** Names the source of a derived pressure. */
    static final String CHANNEL = "MAP-ICP";

    Optional<JudgedReading> reading() {
        JudgedReading intracranial = find(CerebralPerfusion.INTRACRANIAL);
        if (intracranial == null && before.isEmpty()) {
            return Optional.empty();
        }
        JudgedReading arterial = find(CerebralPerfusion.ARTERIAL);
        boolean isMeasured = before.hasPerfusion() || find(VariableNames.CPP) != null;
        return isMeasured || !isOfOneInstant(arterial, intracranial)
                ? Optional.empty()
                : reading(
                        new PressureChange(arterial, before.arterialOrNull()),
                        new PressureChange(intracranial, before.intracranialOrNull()));
    }

    /** Returns the usable reading of a variable, else one that withdraws a value, else the first of its channels. */
    private @Nullable JudgedReading find(String variable) {
        JudgedReading found = null;
        for (JudgedReading reading : judged) {
            if (reading.getVariable().equals(variable) && (found == null || weight(reading) > weight(found))) {
                found = reading;
            }
        }
        return found;
    }

    private static int weight(JudgedReading reading) {
        if (PressureChange.isUsable(reading)) {
            return 2;
        }
        return reading.getWithdraws().isEmpty() ? 0 : 1;
    }

    private static boolean isOfOneInstant(@Nullable JudgedReading one, @Nullable JudgedReading other) {
        return one == null
                || other == null
                || (one.getMeasuredAt().equals(other.getMeasuredAt())
                        && Objects.equals(one.getAsOf(), other.getAsOf()));
    }

    private static Optional<JudgedReading> reading(PressureChange arterial, PressureChange intracranial) {
        List<Double> withdrawn = arterial.withdrawn().stream()
                .flatMap(mean -> intracranial.withdrawn().stream().map(pressure -> perfusion(mean, pressure)))
                .toList();
        Double mean = arterial.valueOrNull();
        Double pressure = intracranial.valueOrNull();
        JudgedReading sent = arterial.sentOrNull() == null ? intracranial.sentOrNull() : arterial.sentOrNull();
        if (sent == null || ((mean == null || pressure == null) && withdrawn.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                mean == null || pressure == null
                        ? withdrawal(sent, withdrawn)
                        : derived(sent, perfusion(mean, pressure), withdrawn));
    }

    private static double perfusion(double arterial, double intracranial) {
        return new CerebralPerfusion(arterial, intracranial).pressure();
    }

    private static JudgedReading derived(JudgedReading sent, double value, List<Double> withdrawn) {
        return computed(sent, value, CleaningOutcomeRecord.KEPT, sent.getReason(), withdrawn);
    }

    private static JudgedReading withdrawal(JudgedReading sent, List<Double> withdrawn) {
        return computed(sent, Double.NaN, CleaningOutcomeRecord.RETRACTED, CleaningReasonRecord.RETRACTED, withdrawn);
    }

    private static JudgedReading computed(
            JudgedReading sent,
            double value,
            CleaningOutcomeRecord verdict,
            CleaningReasonRecord reason,
            List<Double> withdrawn) {
        return new JudgedReading(
                COMPUTED,
                VariableNames.CPP,
                value,
                sent.getMeasuredAt(),
                verdict,
                reason,
                withdrawn,
                CHANNEL,
                true,
                sent.getAsOf());
    }
}
