package org.vigie.gateway.fhir;

import java.util.Optional;
import org.vigie.gateway.codes.Reason;
import org.vigie.schemas.ReadingStatus;

/**
 * What a sender says of a value's worth: {@code status}, {@code interpretation} with the measurement status
 * of ISO 11073 (point-of-care and personal device guides), and {@code meta.security} or {@code meta.tag} of test and demo data.
 */
final class Quality {
    private Quality() {}

    /** Why nothing an Observation of this status holds may be used; empty when it may. */
    static Optional<Reason> refusal(Element observation) {
        return switch (observation.code("status")) {
            case "entered-in-error" -> Optional.of(Reason.RETRACTED);
            case "cancelled", "registered" -> Optional.of(Reason.NO_RESULT);
            default -> Optional.empty();
        };
    }

    /** @param holder the observation, or the component that holds the value */
    static ReadingStatus of(Element observation, Element holder) {
        if (isMarked(observation, "demo", "demo-data")) {
            return ReadingStatus.DEMO;
        }
        if (isMarked(observation, "htest", "test", "test-data")) {
            return ReadingStatus.TEST;
        }
        ReadingStatus said = interpreted(holder);
        return said == ReadingStatus.VALID ? ofAll(observation) : said;
    }

    /** An alert of a test or of a demonstration. */
    static boolean isTest(Element alert) {
        ReadingStatus status = of(alert, alert);
        return status == ReadingStatus.TEST || status == ReadingStatus.DEMO;
    }

    /** What is said of the whole observation. */
    private static ReadingStatus ofAll(Element observation) {
        ReadingStatus said = interpreted(observation);
        boolean isUnknown =
                said == ReadingStatus.VALID && observation.code("status").equals("unknown");
        return isUnknown ? ReadingStatus.UNKNOWN : said;
    }

    private static ReadingStatus interpreted(Element holder) {
        for (Element interpretation : holder.each("interpretation")) {
            if (Concept.holds(interpretation, "demo-data")) {
                return ReadingStatus.DEMO;
            }
            if (Concept.holds(interpretation, "test-data")) {
                return ReadingStatus.TEST;
            }
            if (Concept.holds(interpretation, "calibration-ongoing")) {
                return ReadingStatus.CALIBRATION;
            }
            if (Concept.holds(interpretation, "invalid", "inv")) {
                return ReadingStatus.INVALID;
            }
            if (Concept.holds(interpretation, "questionable", "early-indication", "ques")) {
                return ReadingStatus.QUESTIONABLE;
            }
        }
        return ReadingStatus.VALID;
    }

    private static boolean isMarked(Element observation, String... codes) {
        Element meta = observation.get("meta");
        return meta.each("security").stream().anyMatch(label -> Concept.holds(label, codes))
                || meta.each("tag").stream().anyMatch(tag -> Concept.holds(tag, codes));
    }
}
