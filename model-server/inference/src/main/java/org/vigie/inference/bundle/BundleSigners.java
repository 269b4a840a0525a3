package org.vigie.inference.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Holds the keys of those who may sign bundles. A signature covers the card, and the card holds the digest of each file.
 *
 * @param keys Ed25519
 */
public record BundleSigners(List<PublicKey> keys) {
    /** File name of the signature: 64 bytes, Ed25519 over the bytes of the card. */
    public static final String SIGNATURE = "model-card.sig";

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    public BundleSigners {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a PEM file with public keys.
     *
     * @throws IllegalArgumentException when it holds no Ed25519 key
     */
    public static BundleSigners read(Path file) {
        try {
            List<String> found = PEM.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult key) -> key.group(1))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(file + ": must hold public keys that begin with BEGIN PUBLIC KEY");
            }
            return new BundleSigners(found.stream().map(key -> key(file, key)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static PublicKey key(Path file, String base64) {
        try {
            var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            return KeyFactory.getInstance(ALGORITHM).generatePublic(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + ": must hold keys of " + ALGORITHM, e);
        }
    }

    /** @throws ModelException UNSIGNED_BUNDLE when none of the keys signed the card */
    public void check(ModelBundle bundle) {
        Path directory = bundle.directory();
        try {
            byte[] card = Files.readAllBytes(directory.resolve(ModelBundle.CARD));
            byte[] signature = Files.readAllBytes(directory.resolve(SIGNATURE));
            if (keys.stream().noneMatch(key -> signed(key, card, signature))) {
                throw unsigned(directory, SIGNATURE + " is of none of the signers", null);
            }
        } catch (IOException e) {
            throw unsigned(directory, SIGNATURE + " must hold the signature of the card", e);
        }
    }

    private static boolean signed(PublicKey key, byte[] card, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(card);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static ModelException unsigned(Path where, String what, Throwable cause) {
        return new ModelException(ModelException.ModelErrorCode.UNSIGNED_BUNDLE, where + ": " + what, cause);
    }
}
