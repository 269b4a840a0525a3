package org.vigie.platform.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Holds what the files of a certificate held at one time.
 *
 * @param expires when the first certificate of the store ends
 * @param written when each file was written
 */
record LoadedCertificate(X509ExtendedKeyManager keys, Instant expires, List<FileTime> written) {
    static LoadedCertificate of(CertificateFiles files) throws IOException, GeneralSecurityException {
        List<FileTime> written = written(files);
        KeyStore store = files.load();
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, files.password());
        return new LoadedCertificate((X509ExtendedKeyManager) factory.getKeyManagers()[0], expires(store), written);
    }

    /** Returns whether a file was written since. */
    boolean isStale(CertificateFiles files) throws IOException {
        return !written.equals(written(files));
    }

    private static Instant expires(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate.getNotAfter().toInstant();
            }
        }
        throw new GeneralSecurityException("the key store holds no certificate with its key");
    }

    private static List<FileTime> written(CertificateFiles files) throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path file : files.paths()) {
            times.add(Files.getLastModifiedTime(file));
        }
        return times;
    }
}
