package org.vigie.gateway.hl7;

import org.vigie.schemas.ReadingStatus;

/**
 * What a device says of its own value: OBX-8 (IHE's INV, QUES, NAV, CAL, TEST, DEMO) goes before OBX-11. F and R are valid: at the
 * bedside hardly anything is validated by hand. X, N, O and I say that there is no result; where a value stands beside them (the
 * IHE framework's own example has it) it is kept and questionable.
 */
final class ObxStatus {
    private ObxStatus() {}

    static ReadingStatus of(Segment obx) {
        for (String flag : obx.repetitions(8)) {
            ReadingStatus status = flagged(obx.component(flag, 1));
            if (status != null) {
                return status;
            }
        }
        return switch (obx.get(11)) {
            case "F", "R", "C", "P", "S", "U", "A", "B", "V", "" -> ReadingStatus.VALID;
            case "X", "N", "O", "I" -> ReadingStatus.QUESTIONABLE;
            default -> ReadingStatus.UNKNOWN;
        };
    }

    /** INV is IHE's, I and X as flags are not: an antibiogram's "intermediate" is no statement on a vital sign. */
    private static ReadingStatus flagged(String flag) {
        return switch (flag) {
            case "INV" -> ReadingStatus.INVALID;
            case "QUES" -> ReadingStatus.QUESTIONABLE;
            case "NAV" -> ReadingStatus.UNAVAILABLE;
            case "CAL" -> ReadingStatus.CALIBRATION;
            case "TEST" -> ReadingStatus.TEST;
            case "DEMO" -> ReadingStatus.DEMO;
            default -> null;
        };
    }

    static boolean isTest(Segment obx) {
        ReadingStatus said = of(obx);
        return said == ReadingStatus.TEST || said == ReadingStatus.DEMO;
    }

    static boolean isRetracted(Segment obx) {
        return obx.get(11).equals("W");
    }

    static boolean isDeleted(Segment obx) {
        return obx.get(11).equals("D");
    }
}
