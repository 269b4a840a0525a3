package org.vigie.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Holds what was sealed with the key of one patient, with the patient's pseudonym before it. The common key seals the envelope.
 *
 * @param patient pseudonym
 * @param content sealed with the key of the patient
 */
record PatientEnvelope(String patient, byte[] content) {
    private static final byte[] MARK = "VIGIE-PATIENT-1\n".getBytes(StandardCharsets.UTF_8);

    byte[] bytes() {
        byte[] name = (patient + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(MARK, MARK.length + name.length + content.length);
        System.arraycopy(name, 0, all, MARK.length, name.length);
        System.arraycopy(content, 0, all, MARK.length + name.length, content.length);
        return all;
    }

    /** Reads an envelope; empty for content that was sealed with the common key alone. */
    static Optional<PatientEnvelope> of(byte[] opened) {
        if (opened.length < MARK.length || !Arrays.equals(MARK, Arrays.copyOf(opened, MARK.length))) {
            return Optional.empty();
        }
        int end = MARK.length;
        while (end < opened.length && opened[end] != '\n') {
            end++;
        }
        String patient = new String(opened, MARK.length, end - MARK.length, StandardCharsets.UTF_8);
        return Optional.of(new PatientEnvelope(
                patient, Arrays.copyOfRange(opened, Math.min(end + 1, opened.length), opened.length)));
    }
}
