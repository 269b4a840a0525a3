package org.vigie.gateway.hl7.obx;

import java.util.Locale;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.schemas.MeasurementStatusRecord;

/**
 * Reads the status of a value. The flags of OBX-8 (IHE's INV, QUES, NAV, CAL, TEST, DEMO) rank above OBX-11.
 *
 * <p>F and R are valid, since few values at the bedside are validated by hand. C corrects the value of the same instant. X, N, O and I mean
 * that there is no result. A value beside them, as in the example of the IHE framework, is kept as questionable.
 */
public final class ObxStatus {
    private ObxStatus() {}

    public static MeasurementStatusRecord of(Hl7Segment obx) {
        for (String flag : obx.repetitions(8)) {
            MeasurementStatusRecord status = flagged(obx, flag);
            if (status != null) {
                return obx.word(11).equals("C") ? corrected(status) : status;
            }
        }
        return ofResult(obx.word(11));
    }

    private static MeasurementStatusRecord ofResult(String status) {
        return switch (status) {
            case "F", "R", "P", "S", "U", "A", "B", "V", "" -> MeasurementStatusRecord.VALID;
            case "C" -> MeasurementStatusRecord.CORRECTED;
            case "X", "N", "O", "I" -> MeasurementStatusRecord.QUESTIONABLE;
            default -> MeasurementStatusRecord.UNKNOWN;
        };
    }

    /** Reads the flag in any component, since the flag of IHE can be the alternate code of another. */
    private static MeasurementStatusRecord flagged(Hl7Segment obx, String flag) {
        if (obx.isPlain(flag)) {
            return flagged(obx.word(flag, 1));
        }
        for (String piece : obx.pieces(flag)) {
            MeasurementStatusRecord status = flagged(piece);
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    /**
     * Returns the status of a correction. A correction with a flag of doubt retracts the earlier value. A correction of a test does not.
     */
    private static MeasurementStatusRecord corrected(MeasurementStatusRecord flagged) {
        boolean test = flagged == MeasurementStatusRecord.TEST || flagged == MeasurementStatusRecord.DEMO;
        return test ? flagged : MeasurementStatusRecord.RETRACTED;
    }

    /**
     * Reads a flag in any case, with or without quotes, so that a doubtful value is never taken for valid. INV is IHE's. I and X are no
     * flags here: an antibiogram's "intermediate" says nothing about a vital sign.
     */
    private static MeasurementStatusRecord flagged(String flag) {
        return switch (flag.replace("\"", "").trim().toUpperCase(Locale.ROOT)) {
            case "INV" -> MeasurementStatusRecord.INVALID;
            case "QUES" -> MeasurementStatusRecord.QUESTIONABLE;
            case "NAV" -> MeasurementStatusRecord.UNAVAILABLE;
            case "CAL" -> MeasurementStatusRecord.CALIBRATION;
            case "TEST" -> MeasurementStatusRecord.TEST;
            case "DEMO" -> MeasurementStatusRecord.DEMO;
            default -> null;
        };
    }

    public static boolean isTest(Hl7Segment obx) {
        MeasurementStatusRecord status = of(obx);
        return status == MeasurementStatusRecord.TEST || status == MeasurementStatusRecord.DEMO;
    }

    /** Returns true when the value corrects an earlier one (C). The correction of a test corrects nothing. */
    public static boolean isCorrection(Hl7Segment obx) {
        return obx.word(11).equals("C") && !isTest(obx);
    }

    /** Returns true when the value is preliminary. A final value of the same instant ranks above it. */
    public static boolean isPreliminary(Hl7Segment obx) {
        return switch (obx.get(11)) {
            case "P", "R", "S" -> true;
            default -> false;
        };
    }

    /** Returns true when the value was posted to the wrong patient (W) or deleted (D). The earlier value is no result then. */
    public static boolean isRetracted(Hl7Segment obx) {
        return obx.word(11).equals("W") || obx.word(11).equals("D");
    }
}
