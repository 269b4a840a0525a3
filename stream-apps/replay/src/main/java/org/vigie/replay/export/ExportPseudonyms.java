package org.vigie.replay.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces the names of stays and beds in an export. The key exists in memory only, so that two exports cannot be joined and no name can
 * be found again.
 */
final class ExportPseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SHOWN_BYTES = 8;

    private final boolean keepsNames;
    private final Mac mac;
    private final Map<String, String> stays = new HashMap<>();
    private final Map<String, String> beds = new HashMap<>();
    private final Map<String, Long> subjects = new HashMap<>();

    private ExportPseudonyms(boolean keepsNames, byte[] key) {
        this.keepsNames = keepsNames;
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Creates pseudonyms with a random key. */
    static ExportPseudonyms random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new ExportPseudonyms(false, key);
    }

    /** Keeps the names of the ward. */
    static ExportPseudonyms none() {
        return new ExportPseudonyms(true, new byte[KEY_BYTES]);
    }

    boolean keepsNames() {
        return keepsNames;
    }

    String stay(String stay) {
        return keepsNames ? stay : stays.computeIfAbsent(stay, name -> digest("stay " + name));
    }

    /** Returns the bed; its unit stays readable. */
    String bed(String bed) {
        return keepsNames
                ? bed
                : beds.computeIfAbsent(bed, name -> name.split("/", 2)[0] + "/" + digest("bed " + name));
    }

    /** Returns a positive number for a stay, as MEDS wants it. */
    long subject(String stay) {
        return subjects.computeIfAbsent(stay, this::subjectNumber);
    }

    private long subjectNumber(String stay) {
        return ByteBuffer.wrap(mac.doFinal(("stay " + stay).getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                & Long.MAX_VALUE;
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, SHOWN_BYTES);
    }
}
