package org.vigie.gateway.canary;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.vigie.schemas.bed.BedName;

/**
 * Holds one message of a canary: an ORU^R01 with one heart rate, which changes from message to message.
 *
 * @param bed name of the canary's bed
 * @param number of the message since the start
 * @param at time of the measurement
 */
record CanaryMessage(String bed, long number, Instant at) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ").withZone(ZoneOffset.UTC);
    private static final int LOWEST_RATE = 70;
    private static final int RATES = 5;

    /** Returns the message in the vertical-bar encoding. */
    String text() {
        String time = TIME.format(at);
        String place = bed.substring(bed.indexOf('/') + 1);
        return String.join(
                "\r",
                "MSH|^~\\&|" + BedName.CANARY_UNIT + "||VIGIE||" + time + "||ORU^R01^ORU_R01|" + place + "-"
                        + at.toEpochMilli() + "-" + number + "|P|2.6",
                "PID|1",
                "PV1|1|I|" + BedName.CANARY_UNIT + "^^" + place,
                "OBR|1|||canary|||" + time,
                "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||" + rate() + "|/min|||||F|||" + time,
                "");
    }

    private long rate() {
        return LOWEST_RATE + number % RATES;
    }
}
