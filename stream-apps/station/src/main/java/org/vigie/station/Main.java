package org.vigie.station;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs the station alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        run(args, StationApp::start);
    }

    /**
     * Runs the station until it is stopped.
     *
     * @param start starts it with its configuration
     */
    public static void run(String[] args, Function<StationConfig, StationApp> start) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        var config = ConfigLoader.load(file, StationConfig.class, System.getenv());
        new StartAudit(config.kafka(), "station")
                .started(config, config.access().secrets());
        var station = start.apply(config);
        LOG.info("station on {}", station.address());
        // Not into the log: the link is a secret until it was used.
        System.out.println("Log in once with " + station.loginAddress());
        AppLifecycle.runUntilStopped(station, config.monitoring());
    }
}
