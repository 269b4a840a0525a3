package org.vigie.gateway.fhir;

import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/**
 * The status of an Observation: {@code status}, {@code interpretation} with the measurement status of ISO 11073 (point-of-care and personal
 * device guides), and {@code meta.security} or {@code meta.tag} of test and demo data.
 */
record FhirObservationStatus(FhirElement observation) {
    private static final Set<String> RETRACTED = Set.of("entered-in-error", "cancelled");
    private static final Set<String> CORRECTED = Set.of("corrected", "amended");

    /** Returns why an Observation of this status has no usable value. Empty when it can have one. */
    Optional<DropReason> refusal() {
        return observation.code("status").equals("registered") ? Optional.of(DropReason.NO_RESULT) : Optional.empty();
    }

    /** Says whether the earlier value is no result: it was entered in error, or its measurement was cancelled. */
    boolean isRetracted() {
        return RETRACTED.contains(observation.code("status"));
    }

    /**
     * Returns the status of a value.
     *
     * @param holder the observation, or the component that holds the value
     */
    MeasurementStatusRecord of(FhirElement holder) {
        if (isMarked("demo", "demo-data")) {
            return MeasurementStatusRecord.DEMO;
        }
        if (isMarked("htest", "test", "test-data")) {
            return MeasurementStatusRecord.TEST;
        }
        MeasurementStatusRecord flagged = interpreted(holder);
        MeasurementStatusRecord status = flagged == MeasurementStatusRecord.VALID ? interpreted(observation) : flagged;
        return CORRECTED.contains(observation.code("status")) ? corrected(status) : known(status);
    }

    /**
     * Returns the status of a correction. A correction that is marked as doubtful retracts the earlier value. A correction of a test does
     * not.
     */
    private static MeasurementStatusRecord corrected(MeasurementStatusRecord flagged) {
        return switch (flagged) {
            case VALID -> MeasurementStatusRecord.CORRECTED;
            case TEST, DEMO -> flagged;
            default -> MeasurementStatusRecord.RETRACTED;
        };
    }

    /** Says whether the resource belongs to a test or a demonstration. */
    boolean isTest() {
        MeasurementStatusRecord status = of(observation);
        return status == MeasurementStatusRecord.TEST || status == MeasurementStatusRecord.DEMO;
    }

    private MeasurementStatusRecord known(MeasurementStatusRecord flagged) {
        boolean isUnknown = flagged == MeasurementStatusRecord.VALID
                && observation.code("status").equals("unknown");
        return isUnknown ? MeasurementStatusRecord.UNKNOWN : flagged;
    }

    private static MeasurementStatusRecord interpreted(FhirElement holder) {
        for (FhirElement interpretation : holder.each("interpretation")) {
            if (new CodeableConcept(interpretation).holds("demo-data")) {
                return MeasurementStatusRecord.DEMO;
            }
            if (new CodeableConcept(interpretation).holds("test-data")) {
                return MeasurementStatusRecord.TEST;
            }
            if (new CodeableConcept(interpretation).holds("calibration-ongoing")) {
                return MeasurementStatusRecord.CALIBRATION;
            }
            if (new CodeableConcept(interpretation).holds("invalid", "inv")) {
                return MeasurementStatusRecord.INVALID;
            }
            if (new CodeableConcept(interpretation).holds("questionable", "early-indication", "ques")) {
                return MeasurementStatusRecord.QUESTIONABLE;
            }
        }
        return MeasurementStatusRecord.VALID;
    }

    private boolean isMarked(String... codes) {
        FhirElement meta = observation.get("meta");
        return meta.each("security").stream().anyMatch(label -> new CodeableConcept(label).holds(codes))
                || meta.each("tag").stream().anyMatch(tag -> new CodeableConcept(tag).holds(codes));
    }
}
