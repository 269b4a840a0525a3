package org.vigie.cluster.fault;

/**
 * Holds one HL7 message with a heart rate of a bed that no simulated patient has.
 *
 * @param id message control id (MSH-10)
 * @param time by the sender's clock, in HL7's form
 */
record NumberedMessage(String id, String time) {
    private static final String BED = "SIM^F^01";

    String text() {
        return "MSH|^~\\&|FAULTS|SIM|||" + time + "||ORU^R01^ORU_R01|" + id + "|P|2.6\r"
                + "PID|1||FAULTS-1\r"
                + "PV1|1|I|" + BED + "\r"
                + "OBR|1|||VITALS|||" + time + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F|||" + time + "\r";
    }
}
