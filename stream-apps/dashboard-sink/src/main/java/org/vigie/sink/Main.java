package org.vigie.sink;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs the sink alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        SinkConfig config = ConfigLoader.load(file, SinkConfig.class, System.getenv());
        new StartAudit(config.kafka(), DashboardSink.NAME).started(config);
        AppLifecycle.runUntilStopped(DashboardSink.start(config), config.monitoring());
    }
}
