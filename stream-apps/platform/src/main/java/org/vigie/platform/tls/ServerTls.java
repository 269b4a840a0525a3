package org.vigie.platform.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.vigie.http.TlsListenerContext;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthResult;
import org.vigie.schemas.tls.PemAuthorities;

/**
 * Holds the TLS of a server. New connections get the certificate that the files hold then. {@link ServerCertificates} watches its end.
 */
public final class ServerTls {
    private static final Duration WARNED_BEFORE = Duration.ofDays(14);

    private final ReloadedKeyManager keys;
    private final TlsListenerContext listener;
    private final InstantSource clock;

    private ServerTls(ReloadedKeyManager keys, TlsListenerContext listener, InstantSource clock) {
        this.keys = keys;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Reads the files of a configuration; empty when the server itself does not speak TLS.
     *
     * @throws IllegalStateException when a file cannot be used, with what was expected
     */
    public static Optional<ServerTls> of(ServerTlsConfig config, InstantSource clock) {
        if (!config.isUsed()) {
            return Optional.empty();
        }
        var files = new CertificateFiles(config);
        try {
            var keys = new ReloadedKeyManager(files);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, trusted(config), null);
            var listener =
                    new TlsListenerContext(context, config.clientAuthorities().isPresent());
            return Optional.of(new ServerTls(keys, listener, clock));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "tls: " + files.paths()
                            + " must hold a certificate and its key, and clientAuthorities certificates: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Returns null when clients need no certificate. */
    private static TrustManager @Nullable [] trusted(ServerTlsConfig config)
            throws IOException, GeneralSecurityException {
        return config.clientAuthorities().isEmpty()
                ? null
                : new PemAuthorities(config.clientAuthorities().get()).trustManagers();
    }

    /** Returns what the sockets of the server need. */
    public TlsListenerContext listener() {
        return listener;
    }

    /** Returns the certificate for a server that is none of HTTP or gRPC. */
    public X509ExtendedKeyManager keyManager() {
        return keys;
    }

    /** Adds the metric and the health check of the certificate to those of an app, under the app's name. */
    public void watchedBy(AppMonitor monitor) {
        new ServerCertificates(Map.of(monitor.app(), this)).watchedBy(monitor);
    }

    /** Returns when the certificate in use ends. */
    Instant expires() {
        return keys.expires();
    }

    /** Says when the certificate ends; down after it, and with a warning two weeks before. */
    HealthResult check() {
        Instant ends = expires();
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            return new HealthResult(false, "ENDED: renew it: it ended " + ends);
        }
        boolean isNear = now.isAfter(ends.minus(WARNED_BEFORE));
        return new HealthResult(true, (isNear ? "WARNING: renew it: " : "") + "it ends " + ends);
    }
}
