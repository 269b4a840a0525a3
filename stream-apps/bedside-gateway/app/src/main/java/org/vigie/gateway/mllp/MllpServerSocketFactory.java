package org.vigie.gateway.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Makes the server socket of the MLLP listener: plain, or TLS 1.2 and 1.3 when there is a key store. With a trust store, clients must have
 * a certificate that it signs. A renewed key store is used without a restart.
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
        } catch (GeneralSecurityException | IllegalStateException e) {
            throw new IOException("mllp.keyStore, mllp.trustStore: cannot be used", e);
        }
    }

    /** The key store is read again when it changes: the next connection gets the new certificate. */
    private SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        String password = config.storePassword().orElse("");
        ServerTls tls = ServerTls.of(ServerTlsConfig.ofKeyStore(keyStore, password), InstantSource.system())
                .orElseThrow();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {tls.keyManager()}, trustManagers(password.toCharArray()), null);
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
