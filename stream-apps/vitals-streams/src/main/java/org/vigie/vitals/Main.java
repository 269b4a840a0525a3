package org.vigie.vitals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs vitals-streams alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Optional<Path> file = Arrays.stream(args).findFirst().map(Path::of);
        var configuration = ConfigLoader.load(file, VitalsStreamsConfig.class, System.getenv());
        new StartAudit(configuration.kafka(), VitalsStreams.NAME).started(configuration);
        AppLifecycle.runUntilStopped(VitalsStreams.start(configuration), configuration.monitoring());
    }
}
