package org.vigie.alerts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs alert-streams alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Optional<Path> file = Arrays.stream(args).findFirst().map(Path::of);
        var configuration = ConfigLoader.load(file, AlertStreamsConfig.class, System.getenv());
        new StartAudit(configuration.kafka(), AlertStreams.NAME).started(configuration);
        AppLifecycle.runUntilStopped(AlertStreams.start(configuration), configuration.monitoring());
    }
}
