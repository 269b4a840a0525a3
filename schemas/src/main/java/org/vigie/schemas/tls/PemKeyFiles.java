package org.vigie.schemas.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names the PEM files of one certificate.
 *
 * @param certificate the chain, the own certificate first
 * @param privateKey in PKCS#8 without a password
 */
public record PemKeyFiles(Path certificate, Path privateKey) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern BLOCK = Pattern.compile("-----(BEGIN [A-Z0-9 ]+)-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    /**
     * Reads the files into a key store.
     *
     * @param password of the key in the store
     * @throws GeneralSecurityException when a file holds something else
     */
    public KeyStore keyStore(char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("own", key(), password, chain());
        return store;
    }

    private Certificate[] chain() throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
                .toArray(Certificate[]::new);
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        String text = Files.readString(privateKey);
        Matcher pem = PKCS8.matcher(text);
        if (!pem.find()) {
            throw new InvalidKeySpecException(privateKey + ": must hold BEGIN PRIVATE KEY to END PRIVATE KEY"
                    + " (PKCS#8 without a password), found " + found(text)
                    + "; convert the key with openssl pkcs8 -topk8 -nocrypt,"
                    + " or set privateKey.encoding: PKCS8 in cert-manager's Certificate");
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        return ALGORITHMS.stream()
                .flatMap(algorithm -> generated(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(
                        () -> new InvalidKeySpecException(privateKey + " must hold a key for one of " + ALGORITHMS));
    }

    /** Returns the first line of each PEM block, and nothing of what stands in it. */
    private static String found(String text) {
        String blocks =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining(", "));
        return blocks.isEmpty() ? "no PEM block" : blocks;
    }

    /** Returns empty when the key is one of another algorithm. */
    private static Optional<PrivateKey> generated(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
