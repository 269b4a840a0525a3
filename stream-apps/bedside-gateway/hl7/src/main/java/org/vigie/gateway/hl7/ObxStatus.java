package org.vigie.gateway.hl7;

import java.util.Locale;
import org.vigie.schemas.ReadingStatus;

/**
 * What a device says of its own value: OBX-8 (IHE's INV, QUES, NAV, CAL, TEST, DEMO) goes before OBX-11. F and R are valid: at the
 * bedside hardly anything is validated by hand. C corrects what was said of the same instant. X, N, O and I say that there is no result; where a value stands beside them (the
 * IHE framework's own example has it) it is kept and questionable.
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

    /** Wherever in the field it stands: the flag of IHE may be the alternate code of another one. */
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

    /** A correction that its own device does not believe takes back what was said all the same; one of a test does not. */
    private static ReadingStatus corrected(ReadingStatus flagged) {
        boolean test = flagged == ReadingStatus.TEST || flagged == ReadingStatus.DEMO;
        return test ? flagged : ReadingStatus.RETRACTED;
    }

    /** In any case, in quotes too: what a device doubts is never taken for valid. INV is IHE's, I and X as flags are not: an antibiogram's "intermediate" is no statement on a vital sign. */
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
        ReadingStatus said = of(obx);
        return said == ReadingStatus.TEST || said == ReadingStatus.DEMO;
    }

    /** A final value of the same instant goes before it. */
    static boolean isPreliminary(Hl7Segment obx) {
        return switch (obx.get(11)) {
            case "P", "R", "S" -> true;
            default -> false;
        };
    }

    /** Posted to the wrong patient (W), or deleted (D): either way what was said before is no result. */
    static boolean isRetracted(Hl7Segment obx) {
        return obx.word(11).equals("W") || obx.word(11).equals("D");
    }
}
