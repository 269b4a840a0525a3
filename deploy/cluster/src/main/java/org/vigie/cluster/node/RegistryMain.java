package org.vigie.cluster.node;

import java.nio.file.Path;
import java.util.Optional;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.local.WardRegistryAccess;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/**
 * Runs the schema registry as a process: {@code RegistryMain BOOTSTRAP_SERVERS PORT SECRETS}. Variables name its address and certificate,
 * {@code VIGIE_HOST} and {@code VIGIE_TLS_CERTIFICATE}.
 */
public final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) {
        var config = ConfigLoader.load(Optional.empty(), RegistryProcessConfig.class, System.getenv());
        var access = new WardRegistryAccess(ProgramAccessConfig.in(Path.of(arguments[2])), config.audit());
        var registry = new RegistryProcess(arguments[0], Integer.parseInt(arguments[1]), config, access);
        AppLifecycle.runUntilStopped(registry, config.monitoring());
    }
}
