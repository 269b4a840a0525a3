package org.vigie.platform.monitoring;

/**
 * Configures the address at which an app serves {@code /metrics} and {@code /health}.
 *
 * @param host address to listen on; loopback unless a proxy stands before it
 * @param port 0: the app serves neither
 */
public record MonitoringConfig(String host, int port) {
    public MonitoringConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("monitoring.host: must be an address to listen on, was '" + host + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("monitoring.port: must be 1 to 65535, or 0 for none, was " + port);
        }
    }

    /** Creates a configuration that listens on loopback only. */
    public static MonitoringConfig onPort(int port) {
        return new MonitoringConfig("127.0.0.1", port);
    }

    public boolean isOn() {
        return port > 0;
    }
}
