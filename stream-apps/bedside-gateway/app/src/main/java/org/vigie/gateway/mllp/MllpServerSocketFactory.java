package org.vigie.gateway.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Optional;
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
 *
 * @param tls certificate of the key store; empty for a plain socket
 */
record MllpServerSocketFactory(MllpConfig config, Optional<ServerTls> tls) {
    private static final String UNUSABLE = "mllp.keyStore, mllp.trustStore: cannot be used";

    /**
     * Reads the key store.
     *
     * @param clock says when its certificate has ended
     */
    static MllpServerSocketFactory of(MllpConfig config, InstantSource clock) throws IOException {
        String password = config.storePassword().orElse("");
        try {
            return new MllpServerSocketFactory(
                    config,
                    config.keyStore()
                            .map(file -> ServerTlsConfig.ofKeyStore(file, password))
                            .flatMap(store -> ServerTls.of(store, clock)));
        } catch (IllegalStateException e) {
            throw new IOException(UNUSABLE, e);
        }
    }

    /** Returns a socket that is not bound yet. */
    ServerSocket open() throws IOException {
        if (tls.isEmpty()) {
            return new ServerSocket();
        }
        try {
            SSLServerSocket socket = (SSLServerSocket)
                    context(tls.get()).getServerSocketFactory().createServerSocket();
            socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setNeedClientAuth(config.trustStore().isPresent());
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException(UNUSABLE, e);
        }
    }

    /** The key store is read again when it changes: the next connection gets the new certificate. */
    private SSLContext context(ServerTls certificate) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {certificate.keyManager()}, trustManagers(), null);
        return context;
    }

    /** Returns null without a trust store: then the JDK's own decides. */
    private TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        if (config.trustStore().isEmpty()) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        char[] password = config.storePassword().orElse("").toCharArray();
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
