package org.vigie.gateway.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes the server socket of the MLLP listener: plain, or TLS 1.2 and 1.3 when there is a key store. With a trust store, clients must have
 * a certificate that it signs.
 */
record MllpServerSocketFactory(MllpConfig config) {
    /** Returns a socket that is not bound yet. */
    ServerSocket open() throws IOException {
        if (config.keyStore().isEmpty()) {
            return new ServerSocket();
        }
        try {
            SSLServerSocket socket = (SSLServerSocket)
                    context(config.keyStore().get()).getServerSocketFactory().createServerSocket();
            socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setNeedClientAuth(config.trustStore().isPresent());
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException("mllp.keyStore, mllp.trustStore: cannot be used", e);
        }
    }

    private SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        char[] password = config.storePassword().orElse("").toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(keyStore, password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trustManagers(password), null);
        return context;
    }

    /** Returns null without a trust store: then the JDK's own decides. */
    private TrustManager[] trustManagers(char[] password) throws IOException, GeneralSecurityException {
        if (config.trustStore().isEmpty()) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(config.trustStore().get(), password));
        return trust.getTrustManagers();
    }

    private static KeyStore load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
