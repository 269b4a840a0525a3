package org.vigie.signal.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Computes the identity of an alarm episode. The same readings give the same identity; every new onset gives another one. */
public final class AlarmIdHash {
    private AlarmIdHash() {}

    /** Returns the SHA-256 of stay, rule and onset in ms, in hexadecimal form. */
    public static String of(String stay, String rule, Instant onset) {
        try {
            byte[] identity = (stay + "\n" + rule + "\n" + onset.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }
}
