package org.vigie.gateway.publish;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.NamedObservation;

/**
 * Compares the state of an infusion with the one that was published before under the same identifier.
 *
 * <p>The rate 0 of a pause or a stop is published once: its first time is the nearest to the pause. A rate is published when it follows
 * another one, a rate 0 among them, or a state that was not known: the infusion goes on, or goes on differently. A retraction takes back what stands.
 *
 * @param before the earlier state; its value is null when it is not known
 */
record InfusionStateAmendment(MeasuredValue one, Optional<NamedObservation> before) implements NamedAmendment {
    @Override
    public List<MeasuredValue> measured() {
        if (isUnsaid()) {
            return List.of();
        }
        return List.of(isRetraction() ? retraction(standing().orElseThrow()) : one);
    }

    @Override
    public boolean isUnsaid() {
        if (isRetraction()) {
            return standing().isEmpty();
        }
        return one.value() == 0 ? isStopped() : !isOtherRate();
    }

    @Override
    public boolean isRemembered() {
        return !isUnsaid();
    }

    @Override
    public NamedObservation named() {
        return named(one.status() == MeasurementStatusRecord.VALID ? one.value() : null);
    }

    private boolean isRetraction() {
        return one.status() == MeasurementStatusRecord.RETRACTED;
    }

    private boolean isStopped() {
        return standing().filter(earlier -> earlier.getValue() == 0).isPresent();
    }

    /** Returns true when a rate changes the state. Without identifiers the state before is not known, so that each rate is published. */
    private boolean isOtherRate() {
        boolean isUnknown = one.status() == MeasurementStatusRecord.UNKNOWN;
        return isUnknown
                || one.statement().names().isEmpty()
                || before.filter(earlier -> earlier.getValue() == null || earlier.getValue() != one.value())
                        .filter(earlier -> earlier.getMeasuredAt().isBefore(one.time()))
                        .isPresent();
    }
}
