package org.vigie.platform.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each new connection the certificate that its files hold now. Files that cannot be read leave the earlier certificate in use. Safe
 * for several threads.
 */
final class ReloadedKeyManager extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadedKeyManager.class);

    private final CertificateFiles files;
    private volatile LoadedCertificate loaded;

    ReloadedKeyManager(CertificateFiles files) throws IOException, GeneralSecurityException {
        this.files = files;
        this.loaded = LoadedCertificate.of(files);
    }

    /** Returns when the certificate in use ends. */
    Instant expires() {
        return present().expires();
    }

    private LoadedCertificate present() {
        try {
            if (loaded.isStale(files)) {
                loaded = LoadedCertificate.of(files);
                LOG.info("The certificate of {} was read again; it ends {}", files.paths(), loaded.expires());
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("CERTIFICATE_UNREADABLE: {} cannot be used; the earlier certificate goes on", files.paths(), e);
        }
        return loaded;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return present().keys().chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return present().keys().chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return loaded.keys().getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return loaded.keys().getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return loaded.keys().getServerAliases(keyType, issuers);
    }

    /** Returns null: a server has no certificate of a client. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /** Returns null: a server has no certificate of a client. */
    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
