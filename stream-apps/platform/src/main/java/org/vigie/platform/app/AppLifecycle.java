package org.vigie.platform.app;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringServer;

/** Runs an app until the JVM is asked to stop, and serves its metrics and health meanwhile. */
public final class AppLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AppLifecycle.class);

    private AppLifecycle() {}

    /**
     * Serves the app's metrics and health, waits until the JVM is asked to stop (Ctrl-C, SIGTERM), then closes the app.
     *
     * @throws AppStoppedException when the app stopped by itself; it is closed
     * @throws IllegalStateException when the monitoring port is taken; the app is closed
     */
    public static void runUntilStopped(MonitoredApp app, MonitoringConfig monitoring) {
        if (!monitoring.isOn()) {
            run(app, app.stoppedByItself());
            return;
        }
        MonitoringServer server = monitored(app, monitoring);
        AutoCloseable both = () -> {
            try (server) {
                app.close();
            }
        };
        run(both, app.stoppedByItself());
    }

    private static MonitoringServer monitored(MonitoredApp app, MonitoringConfig monitoring) {
        try {
            MonitoringServer server = monitoring.start();
            server.add(app.monitor());
            LOG.info("metrics and health on {}", server.address());
            return server;
        } catch (IllegalStateException e) {
            new AppTermination(app).onShutdown();
            throw e;
        }
    }

    /** Waits until the JVM is asked to stop (Ctrl-C, SIGTERM), then closes the parts before the JVM ends. */
    public static void runUntilStopped(AutoCloseable parts) {
        new AppTermination(parts).awaitShutdown();
    }

    private static void run(AutoCloseable app, CompletionStage<String> stoppedByItself) {
        var termination = new AppTermination(app);
        var unused = stoppedByItself.thenAccept(termination::onStopped);
        termination.awaitShutdown();
    }
}
