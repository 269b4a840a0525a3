package org.vigie.gateway.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.NamedObservation;

/**
 * Compares a value with the earlier observation of the same identifier.
 *
 * @param before the earlier observation; its value is null when it is ambiguous or retracted
 */
record ObservationAmendment(MeasuredValue one, Optional<NamedObservation> before) implements NamedAmendment {
    /** Returns the value and the retraction that it causes. */
    @Override
    public List<MeasuredValue> measured() {
        List<MeasuredValue> measured = new ArrayList<>();
        if (isMoved() && changes()) {
            measured.add(retraction(standing().orElseThrow()));
        }
        if (!isUnsaid() && (!isMoved() || one.status() != MeasurementStatusRecord.RETRACTED)) {
            measured.add(marked());
        }
        return measured;
    }

    /**
     * Returns true for a replacement without a number, when no value stands under its name at its instant. It says nothing about the values
     * of other names.
     */
    @Override
    public boolean isUnsaid() {
        return one.statement().replaces()
                && one.status() == MeasurementStatusRecord.VALID
                && Double.isNaN(one.value())
                && (standing().isEmpty() || isMoved());
    }

    /** Returns true when the earlier value has another bed, another device or another instant. */
    private boolean isMoved() {
        return standing().filter(this::isElsewhere).isPresent();
    }

    /** Returns true when one identifier is used for two instants without a correction. */
    boolean isAmbiguous() {
        return isMoved() && !changes();
    }

    /** Marks a value that replaces another value or instant, or one that was retracted, as a correction. */
    private MeasuredValue marked() {
        boolean replaced = one.statement().replaces()
                && one.status() == MeasurementStatusRecord.VALID
                && (isMoved() || before.filter(this::hasAnotherValue).isPresent());
        return replaced ? one.withStatus(MeasurementStatusRecord.CORRECTED) : one;
    }

    private boolean hasAnotherValue(NamedObservation earlier) {
        return earlier.getValue() == null || earlier.getValue() != one.value();
    }

    /** Returns true when the value corrects, replaces or retracts an earlier one. */
    boolean changes() {
        return one.statement().replaces()
                || one.status() == MeasurementStatusRecord.CORRECTED
                || one.status() == MeasurementStatusRecord.RETRACTED;
    }

    @Override
    public boolean isRemembered() {
        return before.isEmpty() ? !isUnsaid() : changes() || isAmbiguous();
    }

    private boolean isElsewhere(NamedObservation earlier) {
        return earlier.getMeasuredAt().toEpochMilli() != one.time().toEpochMilli()
                || !earlier.getBed().equals(one.bed())
                || !earlier.getDevice().equals(one.device());
    }

    @Override
    public NamedObservation named() {
        boolean isKnown =
                !isAmbiguous() && one.status() != MeasurementStatusRecord.RETRACTED && !Double.isNaN(one.value());
        return named(isKnown ? one.value() : null);
    }
}
