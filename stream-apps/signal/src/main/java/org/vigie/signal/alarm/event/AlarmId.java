package org.vigie.signal.alarm.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Identifies an alarm. The same readings give the same identity. Every new onset gives another one.
 *
 * @param onset event time of the first reading that violated the limit
 */
public record AlarmId(String stay, String rule, Instant onset) {
    /** Returns the identity on the topics: the SHA-256 of stay, rule and onset in ms, in hexadecimal form. */
    public String digest() {
        return digest(rule);
    }

    /** Returns the identity of the incident that this alarm opens. */
    public String incidentDigest() {
        return digest("incident\n" + rule);
    }

    private String digest(String what) {
        try {
            byte[] identity = (stay + "\n" + what + "\n" + onset.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }
}
