package org.vigie.sink;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.Lifecycle;

/** Runs the sink alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        SinkConfig config = Configuration.load(file, SinkConfig.class, System.getenv());
        Lifecycle.runUntilStopped(DashboardSink.start(config));
    }
}
