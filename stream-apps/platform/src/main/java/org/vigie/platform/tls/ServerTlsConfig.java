package org.vigie.platform.tls;

import java.nio.file.Path;
import java.util.Optional;
import org.vigie.http.ListenHost;

/**
 * Configures the TLS of a server: by PEM files, or by a key store.
 *
 * @param certificate PEM file with the certificates of the chain, the server's own first; empty for none
 * @param privateKey PEM file with the key of the certificate, in PKCS#8 without a password
 * @param keyStore PKCS#12 file with both, in place of the PEM files
 * @param password of the key store
 * @param clientAuthorities PEM file with the certificates that sign those of clients; empty when clients need no certificate
 * @param atProxy whether a proxy before the server, or the network between them, encrypts, so that the server itself does not
 */
public record ServerTlsConfig(
        Optional<Path> certificate,
        Optional<Path> privateKey,
        Optional<Path> keyStore,
        Optional<String> password,
        Optional<Path> clientAuthorities,
        boolean atProxy) {
    /** @throws IllegalArgumentException when the files do not fit together */
    public ServerTlsConfig {
        check(certificate.isPresent() == privateKey.isPresent(), "certificate and privateKey must be given together");
        check(certificate.isEmpty() || keyStore.isEmpty(), "give certificate and privateKey, or keyStore, not both");
        check(password.isEmpty() || keyStore.isPresent(), "password: must be left out without keyStore");
        check(
                clientAuthorities.isEmpty() || certificate.isPresent() || keyStore.isPresent(),
                "clientAuthorities: must be left out without a certificate of the server");
    }

    /** Returns the configuration of a server without TLS. */
    public static ServerTlsConfig defaults() {
        return new ServerTlsConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Returns the configuration with PEM files. */
    public static ServerTlsConfig ofPem(Path certificate, Path privateKey) {
        return new ServerTlsConfig(
                Optional.of(certificate),
                Optional.of(privateKey),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Returns the configuration with a PKCS#12 file. */
    public static ServerTlsConfig ofKeyStore(Path keyStore, String password) {
        return new ServerTlsConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.of(keyStore),
                Optional.of(password),
                Optional.empty(),
                false);
    }

    /** Returns whether the server itself speaks TLS. */
    public boolean isUsed() {
        return certificate.isPresent() || keyStore.isPresent();
    }

    /** Returns the same certificate for clients that show one signed by an authority of this file. */
    public ServerTlsConfig withClientAuthorities(Path authorities) {
        return new ServerTlsConfig(certificate, privateKey, keyStore, password, Optional.of(authorities), atProxy);
    }

    /**
     * Requires encryption of a server that others than this machine reach.
     *
     * @param prefix of the keys {@code host} and {@code tls} in the configuration: {@code fhir.}
     * @throws IllegalArgumentException when the server would speak without TLS beyond loopback
     */
    public void requireBeyondLoopback(String prefix, String host) {
        if (!isUsed() && !atProxy && !new ListenHost(host).isLoopback()) {
            throw new IllegalArgumentException(prefix + "host: '" + host + "' is beyond loopback, where connections"
                    + " without TLS are refused; name " + prefix + "tls.certificate and " + prefix
                    + "tls.privateKey, or " + prefix + "tls.keyStore, or set " + prefix
                    + "tls.atProxy where a proxy or the network encrypts");
        }
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("tls: " + problem);
        }
    }
}
