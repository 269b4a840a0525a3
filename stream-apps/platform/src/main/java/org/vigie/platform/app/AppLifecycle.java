package org.vigie.platform.app;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every app's {@code main} does once the app has started: wait for the end and close in order. */
public final class AppLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AppLifecycle.class);

    private AppLifecycle() {}

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
