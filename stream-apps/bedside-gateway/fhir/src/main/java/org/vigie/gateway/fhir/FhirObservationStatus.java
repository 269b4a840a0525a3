package org.vigie.gateway.fhir;

import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.intake.DropReason;
import org.vigie.schemas.ReadingStatus;

/**
 * What a sender says of a value's worth: {@code status}, {@code interpretation} with the measurement status
 * of ISO 11073 (point-of-care and personal device guides), and {@code meta.security} or {@code meta.tag} of test and demo data.
 */
final class FhirObservationStatus {
    private static final Set<String> RETRACTED = Set.of("entered-in-error", "cancelled");
    private static final Set<String> CORRECTED = Set.of("corrected", "amended");

    private FhirObservationStatus() {}

    /** Why nothing an Observation of this status holds may be used; empty when it may. */
    static Optional<DropReason> refusal(FhirElement observation) {
        return observation.code("status").equals("registered") ? Optional.of(DropReason.NO_RESULT) : Optional.empty();
    }

    /** What was said of this before is no result: it was entered in error, or its measurement was not completed. */
    static boolean isRetracted(FhirElement observation) {
        return RETRACTED.contains(observation.code("status"));
    }

    /** @param holder the observation, or the component that holds the value */
    static ReadingStatus of(FhirElement observation, FhirElement holder) {
        if (isMarked(observation, "demo", "demo-data")) {
            return ReadingStatus.DEMO;
        }
        if (isMarked(observation, "htest", "test", "test-data")) {
            return ReadingStatus.TEST;
        }
        ReadingStatus said = interpreted(holder);
        ReadingStatus status = said == ReadingStatus.VALID ? interpreted(observation) : said;
        return CORRECTED.contains(observation.code("status")) ? corrected(status) : known(observation, status);
    }

    /** A correction that is not believed takes back what was said all the same; one of a test does not. */
    private static ReadingStatus corrected(ReadingStatus said) {
        return switch (said) {
            case VALID -> ReadingStatus.CORRECTED;
            case TEST, DEMO -> said;
            default -> ReadingStatus.RETRACTED;
        };
    }

    /** An alert of a test or of a demonstration. */
    static boolean isTest(FhirElement alert) {
        ReadingStatus status = of(alert, alert);
        return status == ReadingStatus.TEST || status == ReadingStatus.DEMO;
    }

    private static ReadingStatus known(FhirElement observation, ReadingStatus said) {
        boolean isUnknown =
                said == ReadingStatus.VALID && observation.code("status").equals("unknown");
        return isUnknown ? ReadingStatus.UNKNOWN : said;
    }

    private static ReadingStatus interpreted(FhirElement holder) {
        for (FhirElement interpretation : holder.each("interpretation")) {
            if (CodeableConceptReader.holds(interpretation, "demo-data")) {
                return ReadingStatus.DEMO;
            }
            if (CodeableConceptReader.holds(interpretation, "test-data")) {
                return ReadingStatus.TEST;
            }
            if (CodeableConceptReader.holds(interpretation, "calibration-ongoing")) {
                return ReadingStatus.CALIBRATION;
            }
            if (CodeableConceptReader.holds(interpretation, "invalid", "inv")) {
                return ReadingStatus.INVALID;
            }
            if (CodeableConceptReader.holds(interpretation, "questionable", "early-indication", "ques")) {
                return ReadingStatus.QUESTIONABLE;
            }
        }
        return ReadingStatus.VALID;
    }

    private static boolean isMarked(FhirElement observation, String... codes) {
        FhirElement meta = observation.get("meta");
        return meta.each("security").stream().anyMatch(label -> CodeableConceptReader.holds(label, codes))
                || meta.each("tag").stream().anyMatch(tag -> CodeableConceptReader.holds(tag, codes));
    }
}
