package org.vigie.platform.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.platform.tls.ServerCertificates;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Configures the address at which an app serves {@code /metrics} and {@code /health}.
 *
 * @param host address to listen on
 * @param port 0: the app serves neither
 * @param tls certificate with which it speaks HTTPS; beyond loopback it needs one
 */
public record MonitoringConfig(String host, int port, ServerTlsConfig tls) {
    private static final String LISTENER = "monitoring";

    public MonitoringConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("monitoring.host: must be an address to listen on, was '" + host + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("monitoring.port: must be 1 to 65535, or 0 for none, was " + port);
        }
        if (port > 0) {
            tls.requireBeyondLoopback("monitoring.", host);
        }
    }

    /** Creates a configuration that listens on loopback only. */
    public static MonitoringConfig onPort(int port) {
        return new MonitoringConfig("127.0.0.1", port, ServerTlsConfig.defaults());
    }

    /** Returns the same configuration on another port. */
    public MonitoringConfig withPort(int other) {
        return new MonitoringConfig(host, other, tls);
    }

    public boolean isOn() {
        return port > 0;
    }

    /**
     * Starts to answer, and watches the end of the certificate.
     *
     * @throws IllegalStateException when the port is taken, or a file of the certificate cannot be used
     */
    public MonitoringServer start() {
        Optional<ServerTls> certificate = ServerTls.of(tls, InstantSource.system());
        MonitoringServer server = MonitoringServer.start(host, port, certificate.map(ServerTls::listener));
        certificate.ifPresent(found -> server.add(watched(found)));
        return server;
    }

    private static AppMonitor watched(ServerTls certificate) {
        var monitor = new AppMonitor(LISTENER);
        new ServerCertificates(Map.of(LISTENER, certificate)).watchedBy(monitor);
        return monitor;
    }
}
