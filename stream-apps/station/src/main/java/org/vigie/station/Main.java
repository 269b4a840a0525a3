package org.vigie.station;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.configuration.Configuration;

/** Runs the station alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        var config = Configuration.load(file, StationConfig.class, System.getenv());
        var stopped = new CountDownLatch(1);
        var station = Station.start(config);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            station.close();
            stopped.countDown();
        }));
        LOG.info("station on {}", station.address());
        stopped.await();
    }
}
