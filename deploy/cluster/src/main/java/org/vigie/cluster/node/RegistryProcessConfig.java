package org.vigie.cluster.node;

import java.util.List;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.http.RequestGuard;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Configures where the registry of a cluster listens. Beyond loopback it needs a certificate.
 *
 * @param host address to listen on
 * @param allowedHosts names that clients use for it beside loopback and {@code host}
 * @param tls certificate with which it speaks HTTPS
 * @param audit where its refusals and changes of schemas are recorded
 * @param monitoring where the health of its certificate is served; port 0 for nowhere
 */
public record RegistryProcessConfig(
        String host,
        List<String> allowedHosts,
        ServerTlsConfig tls,
        AuditTopicConfig audit,
        MonitoringConfig monitoring) {
    public RegistryProcessConfig {
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
        tls.requireBeyondLoopback("", host);
    }

    public static RegistryProcessConfig defaults() {
        return new RegistryProcessConfig(
                "127.0.0.1",
                List.of(),
                ServerTlsConfig.defaults(),
                AuditTopicConfig.defaults(),
                MonitoringConfig.onPort(0));
    }
}
