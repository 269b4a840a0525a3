package org.vigie.platform.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Stream;

/** Reads the certificate and the key of a server from their files. */
record CertificateFiles(ServerTlsConfig config) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    /** Returns the files that are read. */
    List<Path> paths() {
        return Stream.of(config.certificate(), config.privateKey(), config.keyStore())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the password of the key in the store of {@link #load()}. */
    char[] password() {
        return config.password().orElse("").toCharArray();
    }

    /**
     * Reads the files.
     *
     * @throws GeneralSecurityException when a file holds something else
     */
    KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (config.keyStore().isPresent()) {
            try (InputStream in = Files.newInputStream(config.keyStore().get())) {
                store.load(in, password());
            }
            return store;
        }
        store.load(null, password());
        store.setKeyEntry("server", key(config.privateKey().orElseThrow()), password(), chain());
        return store;
    }

    private Certificate[] chain() throws IOException, GeneralSecurityException {
        byte[] pem = Files.readAllBytes(config.certificate().orElseThrow());
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem))
                .toArray(Certificate[]::new);
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = PKCS8.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new InvalidKeySpecException(file + " must hold a PEM key that begins with BEGIN PRIVATE KEY; convert"
                    + " another one with openssl pkcs8 -topk8 -nocrypt");
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        return ALGORITHMS.stream()
                .flatMap(algorithm -> generated(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidKeySpecException(file + " must hold a key for one of " + ALGORITHMS));
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
