package org.vigie.platform.app;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringConfig;
import org.vigie.platform.monitoring.MonitoringServer;

/** Runs an app until the JVM is asked to stop, and serves its metrics and health meanwhile. */
public final class AppLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AppLifecycle.class);

    private AppLifecycle() {}

    /**
     * Serves the app's metrics and health, waits until the JVM is asked to stop (Ctrl-C, SIGTERM), then closes the app.
     *
     * @throws IllegalStateException when the monitoring port is taken; the app is closed
     */
    public static void runUntilStopped(MonitoredApp app, MonitoringConfig monitoring) throws InterruptedException {
        if (!monitoring.isOn()) {
            runUntilStopped(app);
            return;
        }
        MonitoringServer server = monitored(app, monitoring);
        runUntilStopped(() -> {
            try (server) {
                app.close();
            }
        });
    }

    private static MonitoringServer monitored(MonitoredApp app, MonitoringConfig monitoring) {
        try {
            MonitoringServer server = MonitoringServer.start(monitoring.host(), monitoring.port());
            server.add(app.monitor());
            LOG.info("metrics and health on {}", server.address());
            return server;
        } catch (IllegalStateException e) {
            close(app, new CountDownLatch(1));
            throw e;
        }
    }

    /** Waits until the JVM is asked to stop (Ctrl-C, SIGTERM), then closes the app before the JVM ends. */
    public static void runUntilStopped(AutoCloseable app) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(app, stopped), "stop"));
        stopped.await();
    }

    private static void close(AutoCloseable app, CountDownLatch stopped) {
        try {
            app.close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", app.getClass().getSimpleName(), e);
        } finally {
            stopped.countDown();
        }
    }
}
