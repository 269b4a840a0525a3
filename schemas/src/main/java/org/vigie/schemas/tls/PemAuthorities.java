package org.vigie.schemas.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Names a PEM file with certificates that are trusted to sign others, or to be shown themselves.
 *
 * @param file one certificate or more
 */
public record PemAuthorities(Path file) {
    /**
     * Returns what trusts these certificates and no others.
     *
     * @throws GeneralSecurityException when the file holds no certificate
     */
    public TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Certificate certificate : certificates()) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private Collection<? extends Certificate> certificates() throws IOException, GeneralSecurityException {
        var found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (found.isEmpty()) {
            throw new CertificateException(file + " must hold a PEM certificate that begins with BEGIN CERTIFICATE");
        }
        return found;
    }
}
