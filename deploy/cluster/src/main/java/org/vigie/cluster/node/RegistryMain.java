package org.vigie.cluster.node;

import org.vigie.platform.app.AppLifecycle;
import org.vigie.registry.EmbeddedRegistry;

/** Runs the schema registry as a process: {@code RegistryMain BOOTSTRAP_SERVERS PORT}. */
public final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) {
        AppLifecycle.runUntilStopped(EmbeddedRegistry.start(arguments[0], Integer.parseInt(arguments[1])));
    }
}
