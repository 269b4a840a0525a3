package org.vigie.analytics;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs the analytics alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        AnalyticsConfig config = ConfigLoader.load(file, AnalyticsConfig.class, System.getenv());
        new StartAudit(config.kafka(), AlertAnalytics.NAME).started(config);
        AppLifecycle.runUntilStopped(AlertAnalytics.start(config), config.monitoring());
    }
}
