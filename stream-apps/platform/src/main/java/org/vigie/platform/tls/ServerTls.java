package org.vigie.platform.tls;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;

/**
 * Holds the TLS of a server. New connections get the certificate that the files hold then. Its health check is down when the certificate
 * has expired, and says so two weeks before.
 */
public final class ServerTls implements HealthCheck {
    private static final Duration WARNED_BEFORE = Duration.ofDays(14);

    private final ReloadedKeyManager keys;
    private final SSLContext context;
    private final InstantSource clock;

    private ServerTls(ReloadedKeyManager keys, SSLContext context, InstantSource clock) {
        this.keys = keys;
        this.context = context;
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
            context.init(new KeyManager[] {keys}, null, null);
            return Optional.of(new ServerTls(keys, context, clock));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "tls: " + files.paths() + " must hold a certificate and its key: " + e.getMessage(), e);
        }
    }

    /** Returns the context of the server's sockets. */
    public SSLContext context() {
        return context;
    }

    /** Registers the metric of the certificate's end. */
    public void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("vigie_tls_certificate_expires_timestamp_seconds")
                .help("When the certificate of the server ends.")
                .callback(out -> out.call((double) keys.expires().getEpochSecond()))
                .register(registry);
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public HealthResult check() {
        Instant ends = keys.expires();
        Instant now = clock.instant();
        boolean isNear = now.isAfter(ends.minus(WARNED_BEFORE));
        return new HealthResult(now.isBefore(ends), (isNear ? "WARNING: renew it: " : "") + "it ends " + ends);
    }
}
