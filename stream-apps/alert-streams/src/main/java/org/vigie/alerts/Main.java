package org.vigie.alerts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.Lifecycle;

/** alert-streams alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Optional<Path> file = Arrays.stream(args).findFirst().map(Path::of);
        var configuration = Configuration.load(file, AlertConfiguration.class, System.getenv());
        Lifecycle.runUntilStopped(AlertStreams.start(configuration));
    }
}
