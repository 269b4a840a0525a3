package org.vigie.gateway.fhir.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/**
 * Holds the status of an Observation: {@code status}, {@code interpretation} with the measurement status of ISO 11073 (point-of-care and
 * personal device guides), and {@code meta.security} or {@code meta.tag} of test and demo data.
 */
public record FhirObservationStatus(FhirElement observation) {
    private static final Set<String> RETRACTED = Set.of("entered-in-error", "cancelled");
    private static final Set<String> CORRECTED = Set.of("corrected", "amended");

    /** The first status in this order decides. */
    private static final List<InterpretationCodes> INTERPRETATIONS = List.of(
            new InterpretationCodes(MeasurementStatusRecord.DEMO, "demo-data"),
            new InterpretationCodes(MeasurementStatusRecord.TEST, "test-data"),
            new InterpretationCodes(MeasurementStatusRecord.CALIBRATION, "calibration-ongoing"),
            new InterpretationCodes(MeasurementStatusRecord.INVALID, "invalid", "inv"),
            new InterpretationCodes(MeasurementStatusRecord.QUESTIONABLE, "questionable", "early-indication", "ques"));

    /** Lists the codes of {@code interpretation} that state a measurement status. */
    private record InterpretationCodes(MeasurementStatusRecord status, String... codes) {}

    /** Returns why an Observation of this status has no usable value. Empty when it can have one. */
    public Optional<DropReason> refusal() {
        return observation.code("status").equals("registered") ? Optional.of(DropReason.NO_RESULT) : Optional.empty();
    }

    /** Returns true when the earlier value is no result: it was entered in error, or its measurement was cancelled. */
    public boolean isRetracted() {
        return RETRACTED.contains(observation.code("status"));
    }

    /**
     * Returns the status of a value.
     *
     * @param holder the observation, or the component that holds the value
     */
    public MeasurementStatusRecord of(FhirElement holder) {
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

    /**
     * Returns true when a value corrects an earlier one. The correction of a test corrects nothing.
     *
     * @param holder the observation, or the component that holds the value
     */
    public boolean isCorrection(FhirElement holder) {
        return CORRECTED.contains(observation.code("status")) && !isTest(holder);
    }

    /** Returns true when a value belongs to a test or a demonstration. */
    public boolean isTest(FhirElement holder) {
        MeasurementStatusRecord status = of(holder);
        return status == MeasurementStatusRecord.TEST || status == MeasurementStatusRecord.DEMO;
    }

    /** Returns true when the resource belongs to a test or a demonstration. */
    public boolean isTest() {
        return isTest(observation);
    }

    private MeasurementStatusRecord known(MeasurementStatusRecord flagged) {
        boolean isUnknown = flagged == MeasurementStatusRecord.VALID
                && observation.code("status").equals("unknown");
        return isUnknown ? MeasurementStatusRecord.UNKNOWN : flagged;
    }

    private static MeasurementStatusRecord interpreted(FhirElement holder) {
        return holder.each("interpretation").stream()
                .flatMap(interpretation -> INTERPRETATIONS.stream()
                        .filter(codes -> new CodeableConcept(interpretation).holds(codes.codes()))
                        .limit(1))
                .map(InterpretationCodes::status)
                .findFirst()
                .orElse(MeasurementStatusRecord.VALID);
    }

    private boolean isMarked(String... codes) {
        FhirElement meta = observation.get("meta");
        return meta.each("security").stream().anyMatch(label -> new CodeableConcept(label).holds(codes))
                || meta.each("tag").stream().anyMatch(tag -> new CodeableConcept(tag).holds(codes));
    }
}
