package org.vigie.platform.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.tls.PemKeyFiles;

/** Reads the certificate and the key of a server from their files. */
record CertificateFiles(ServerTlsConfig config) {
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
        if (config.keyStore().isEmpty()) {
            return new PemKeyFiles(
                            config.certificate().orElseThrow(),
                            config.privateKey().orElseThrow())
                    .keyStore(password());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(config.keyStore().get())) {
            store.load(in, password());
        }
        return store;
    }
}
