package org.vigie.cluster.node;

import java.time.InstantSource;
import java.util.Optional;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.tls.ServerTls;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.registry.RegistryAccess;
import org.vigie.registry.RegistryAddress;

/** Runs the schema registry of a cluster, and reports the health of its certificate. */
final class RegistryProcess implements MonitoredApp {
    private final AppMonitor monitor = new AppMonitor("registry");
    private final EmbeddedRegistry registry;

    /** Starts the registry and returns when it takes requests. */
    RegistryProcess(String bootstrapServers, int port, RegistryProcessConfig config, RegistryAccess access) {
        Optional<ServerTls> tls = ServerTls.of(config.tls(), InstantSource.system());
        var address = new RegistryAddress(config.host(), port, config.allowedHosts(), tls.map(ServerTls::listener));
        registry = EmbeddedRegistry.start(bootstrapServers, address, access);
        tls.ifPresent(certificate -> certificate.watchedBy(monitor));
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    @Override
    public void close() {
        registry.close();
    }
}
