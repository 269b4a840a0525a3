package org.vigie.gateway.hl7;

import java.util.Locale;
import org.vigie.schemas.ReadingStatus;

/**
 * Reads the status of a value. The flags of OBX-8 (IHE's INV, QUES, NAV, CAL, TEST, DEMO) rank above OBX-11.
 *
 * <p>F and R are valid, since few values at the bedside are validated by hand. C corrects the value of the same instant. X, N, O and I mean
 * that there is no result. A value beside them, as in the example of the IHE framework, is kept as questionable.
 */
final class ObxStatus {
    private ObxStatus() {}

    static ReadingStatus of(Hl7Segment obx) {
        for (String flag : obx.repetitions(8)) {
            ReadingStatus status = flagged(obx, flag);
            if (status != null) {
                return obx.word(11).equals("C") ? corrected(status) : status;
            }
        }
        return switch (obx.word(11)) {
            case "F", "R", "P", "S", "U", "A", "B", "V", "" -> ReadingStatus.VALID;
            case "C" -> ReadingStatus.CORRECTED;
            case "X", "N", "O", "I" -> ReadingStatus.QUESTIONABLE;
            default -> ReadingStatus.UNKNOWN;
        };
    }

    /** Reads the flag in any component, since the flag of IHE can be the alternate code of another. */
    private static ReadingStatus flagged(Hl7Segment obx, String flag) {
        if (obx.isPlain(flag)) {
            return flagged(obx.word(flag, 1));
        }
        for (String piece : obx.pieces(flag)) {
            ReadingStatus status = flagged(piece);
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    /**
     * Returns the status of a correction. A correction with a flag of doubt retracts the earlier value. A correction of a test does not.
     */
    private static ReadingStatus corrected(ReadingStatus flagged) {
        boolean test = flagged == ReadingStatus.TEST || flagged == ReadingStatus.DEMO;
        return test ? flagged : ReadingStatus.RETRACTED;
    }

    /**
     * Reads a flag in any case, with or without quotes, so that a doubtful value is never taken for valid. INV is IHE's. I and X are no
     * flags here: an antibiogram's "intermediate" says nothing about a vital sign.
     */
    private static ReadingStatus flagged(String flag) {
        return switch (flag.replace("\"", "").trim().toUpperCase(Locale.ROOT)) {
            case "INV" -> ReadingStatus.INVALID;
            case "QUES" -> ReadingStatus.QUESTIONABLE;
            case "NAV" -> ReadingStatus.UNAVAILABLE;
            case "CAL" -> ReadingStatus.CALIBRATION;
            case "TEST" -> ReadingStatus.TEST;
            case "DEMO" -> ReadingStatus.DEMO;
            default -> null;
        };
    }

    static boolean isTest(Hl7Segment obx) {
        ReadingStatus status = of(obx);
        return status == ReadingStatus.TEST || status == ReadingStatus.DEMO;
    }

    /** Says whether the value is preliminary. A final value of the same instant ranks above it. */
    static boolean isPreliminary(Hl7Segment obx) {
        return switch (obx.get(11)) {
            case "P", "R", "S" -> true;
            default -> false;
        };
    }

    /** Says whether the value was posted to the wrong patient (W) or deleted (D). The earlier value is no result then. */
    static boolean isRetracted(Hl7Segment obx) {
        return obx.word(11).equals("W") || obx.word(11).equals("D");
    }
}
