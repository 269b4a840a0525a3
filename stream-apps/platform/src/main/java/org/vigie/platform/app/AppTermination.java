package org.vigie.platform.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the end of one app and closes it once, whoever asks first: the JVM that stops, or the app that stopped by itself. */
final class AppTermination {
    private static final Logger LOG = LoggerFactory.getLogger(AppTermination.class);

    private final AutoCloseable app;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

    AppTermination(AutoCloseable app) {
        this.app = app;
    }

    /** Ends the wait when the JVM is asked to stop (Ctrl-C, SIGTERM). The app is closed before the JVM ends. */
    void onShutdown() {
        close();
        end.complete(Optional.empty());
    }

    /** Ends the wait because the app stopped by itself. */
    void onStopped(String reason) {
        end.complete(Optional.of(reason));
    }

    /**
     * Waits until the JVM is asked to stop or the app stopped by itself, and returns when the app is closed.
     *
     * @throws AppStoppedException when the app stopped by itself
     */
    void awaitShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "stop"));
        await();
    }

    void await() {
        Optional<String> reason = end.join();
        close();
        reason.ifPresent(sentence -> {
            throw new AppStoppedException(sentence);
        });
    }

    private void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            app.close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", app.getClass().getSimpleName(), e);
        }
    }
}
