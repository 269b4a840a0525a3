package org.vigie.cluster.node;

import java.nio.file.Path;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.local.WardRegistryAccess;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.registry.EmbeddedRegistry;

/** Runs the schema registry as a process: {@code RegistryMain BOOTSTRAP_SERVERS PORT SECRETS}. */
public final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) {
        var access = new WardRegistryAccess(ProgramAccessConfig.in(Path.of(arguments[2])));
        AppLifecycle.runUntilStopped(EmbeddedRegistry.start(arguments[0], Integer.parseInt(arguments[1]), access));
    }
}
