package org.vigie.analytics;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.Lifecycle;

/** Runs the analytics alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        AnalyticsConfig config = Configuration.load(file, AnalyticsConfig.class, System.getenv());
        Lifecycle.runUntilStopped(AlertAnalytics.start(config));
    }
}
