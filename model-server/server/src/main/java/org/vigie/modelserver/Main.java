package org.vigie.modelserver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Starts the model server as a process: {@code Main [configuration file]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Optional<Path> file = Arrays.stream(arguments).findFirst().map(Path::of);
        var config = ConfigLoader.load(file, ModelServerConfig.class, System.getenv());
        if (config.audit().published()) {
            new StartAudit(config.audit().kafka(), "model-server").started(config);
        }
        AppLifecycle.runUntilStopped(ModelServer.start(config), config.monitoring());
    }
}
