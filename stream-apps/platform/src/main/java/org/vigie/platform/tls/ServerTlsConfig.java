package org.vigie.platform.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Configures the TLS of a server: by PEM files, or by a key store.
 *
 * @param certificate PEM file with the certificates of the chain, the server's own first; empty for none
 * @param privateKey PEM file with the key of the certificate, in PKCS#8 without a password
 * @param keyStore PKCS#12 file with both, in place of the PEM files
 * @param password of the key store
 * @param atProxy whether a proxy before the server speaks TLS, so that the server itself does not
 */
public record ServerTlsConfig(
        Optional<Path> certificate,
        Optional<Path> privateKey,
        Optional<Path> keyStore,
        Optional<String> password,
        boolean atProxy) {
    /** @throws IllegalArgumentException when the files do not fit together */
    public ServerTlsConfig {
        check(certificate.isPresent() == privateKey.isPresent(), "certificate and privateKey must be given together");
        check(certificate.isEmpty() || keyStore.isEmpty(), "give certificate and privateKey, or keyStore, not both");
        check(password.isEmpty() || keyStore.isPresent(), "password: must be left out without keyStore");
    }

    /** Returns the configuration of a server without TLS. */
    public static ServerTlsConfig defaults() {
        return new ServerTlsConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Returns the configuration with PEM files. */
    public static ServerTlsConfig ofPem(Path certificate, Path privateKey) {
        return new ServerTlsConfig(
                Optional.of(certificate), Optional.of(privateKey), Optional.empty(), Optional.empty(), false);
    }

    /** Returns the configuration with a PKCS#12 file. */
    public static ServerTlsConfig ofKeyStore(Path keyStore, String password) {
        return new ServerTlsConfig(
                Optional.empty(), Optional.empty(), Optional.of(keyStore), Optional.of(password), false);
    }

    /** Returns whether the server itself speaks TLS. */
    public boolean isUsed() {
        return certificate.isPresent() || keyStore.isPresent();
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("tls: " + problem);
        }
    }
}
