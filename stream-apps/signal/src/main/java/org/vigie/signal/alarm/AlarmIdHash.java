package org.vigie.signal.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The identity of an episode: the same whenever the same readings are played, another one for every new onset. */
public final class AlarmIdHash {
    private AlarmIdHash() {}

    /** SHA-256 of stay, rule and onset in ms, hexadecimal. */
    public static String of(String stay, String rule, Instant onset) {
        try {
            byte[] identity = (stay + "\n" + rule + "\n" + onset.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
