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
 * <p>Both must be kept, followed and of the same instant. A pressure that the monitor sends itself is never replaced.
 *
 * @param kept readings of one message that were not rejected
 */
record DerivedPerfusion(List<JudgedReading> kept) {
    /** Place of a reading that no device sent. */
    static final int COMPUTED = -1;

    /** Names the source of a derived pressure. */
    static final String CHANNEL = "MAP-ICP";

    Optional<JudgedReading> reading() {
        JudgedReading intracranial = find(CerebralPerfusion.INTRACRANIAL);
        JudgedReading arterial = intracranial == null ? null : find(CerebralPerfusion.ARTERIAL);
        boolean isDerivable = arterial != null
                && isUsed(arterial)
                && isUsed(intracranial)
                && isOfOneInstant(arterial, intracranial)
                && find(VariableNames.CPP) == null;
        return isDerivable ? Optional.of(derived(arterial, intracranial)) : Optional.empty();
    }

    private @Nullable JudgedReading find(String variable) {
        for (JudgedReading reading : kept) {
            if (reading.getVariable().equals(variable)) {
                return reading;
            }
        }
        return null;
    }

    private static boolean isUsed(JudgedReading reading) {
        return reading.getVerdict() == CleaningOutcomeRecord.KEPT && reading.getFollowed();
    }

    private static boolean isOfOneInstant(JudgedReading one, JudgedReading other) {
        return one.getMeasuredAt().equals(other.getMeasuredAt()) && Objects.equals(one.getAsOf(), other.getAsOf());
    }

    private static JudgedReading derived(JudgedReading arterial, JudgedReading intracranial) {
        return new JudgedReading(
                COMPUTED,
                VariableNames.CPP,
                new CerebralPerfusion(arterial.getValue(), intracranial.getValue()).pressure(),
                arterial.getMeasuredAt(),
                CleaningOutcomeRecord.KEPT,
                CleaningReasonRecord.NONE,
                List.of(),
                CHANNEL,
                true,
                arterial.getAsOf());
    }
}
