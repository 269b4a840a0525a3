package org.vigie.schemas.tls;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Configures whom a client trusts, and the certificate that it shows. Without files it trusts what its Java trusts and shows none.
 *
 * @param authorities PEM file with the certificates that sign the server's, or with the server's own; empty for those of Java
 * @param certificate PEM file with the client's chain; empty for none
 * @param privateKey PEM file with the key of the certificate, in PKCS#8 without a password
 */
public record ClientTlsConfig(String authorities, String certificate, String privateKey) implements Serializable {
    /** @throws IllegalArgumentException when the files do not fit together */
    public ClientTlsConfig {
        if (certificate.isEmpty() != privateKey.isEmpty()) {
            throw new IllegalArgumentException("tls: certificate and privateKey must be given together");
        }
    }

    /** Returns the configuration that trusts what Java trusts. */
    public static ClientTlsConfig defaults() {
        return new ClientTlsConfig("", "", "");
    }

    /** Returns the configuration that trusts the certificates of a file and shows none. */
    public static ClientTlsConfig trusting(Path authorities) {
        return new ClientTlsConfig(authorities.toString(), "", "");
    }

    /**
     * Reads the files; empty when none is named.
     *
     * @throws IllegalStateException when a file cannot be used, with what was expected
     */
    public Optional<SSLContext> context() {
        if (authorities.isEmpty() && certificate.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "tls: authorities '" + authorities + "', certificate '" + certificate + "' and privateKey '"
                            + privateKey + "' must be PEM files that can be read: " + e.getMessage(),
                    e);
        }
    }

    private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
        return authorities.isEmpty() ? null : new PemAuthorities(Path.of(authorities)).trustManagers();
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (certificate.isEmpty()) {
            return null;
        }
        char[] unused = new char[0];
        KeyStore store = new PemKeyFiles(Path.of(certificate), Path.of(privateKey)).keyStore(unused);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, unused);
        return factory.getKeyManagers();
    }
}
