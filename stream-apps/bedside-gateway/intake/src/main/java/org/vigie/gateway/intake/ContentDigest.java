package org.vigie.gateway.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes the first half of a SHA-256 digest. Equal bytes have equal digests.
 *
 * @param hex 32 hexadecimal digits
 */
public record ContentDigest(String hex) {
    private static final int BYTES = 16;

    public static ContentDigest of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ContentDigest(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
