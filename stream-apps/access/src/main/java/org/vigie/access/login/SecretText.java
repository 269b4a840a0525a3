package org.vigie.access.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Holds a secret that is never printed. Two secrets are compared in constant time. */
public final class SecretText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int PINS = 1_000_000;

    private final String text;

    public SecretText(String text) {
        this.text = text;
    }

    /** Returns a new secret of 256 random bits, safe in an address and in a header. */
    public static SecretText random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new SecretText(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Returns a new PIN of six digits. */
    static SecretText randomPin() {
        return new SecretText(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(PINS)));
    }

    /** Returns the secret itself, for the one place that sends or stores it. */
    public String reveal() {
        return text;
    }

    /** Returns true when the other text is this secret. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 of the secret, under which a random secret may be stored. */
    public String digest() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
