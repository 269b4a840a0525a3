package org.vigie.cluster.node;

import java.nio.file.Path;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.store.EmbeddedStore;

/** Runs the store as a process: {@code StoreMain DIRECTORY HTTP_PORT POSTGRES_PORT}. */
public final class StoreMain {
    private StoreMain() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[1]);
        var store = EmbeddedStore.start(Path.of(arguments[0]), port, Integer.parseInt(arguments[2]));
        var config = NodeProcessConfig.of(System.getenv());
        AppLifecycle.runUntilStopped(new PortProcess("store", port, store::close), config.monitoring());
    }
}
