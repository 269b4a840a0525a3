package org.vigie.platform.monitoring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Represents a running app that reports its metrics and its health. */
public interface MonitoredApp extends AutoCloseable {
    AppMonitor monitor();

    /**
     * Completes when the app stopped by itself, with a sentence that says why and what to do. It never completes when the app is closed, or
     * when the app can go on.
     */
    default CompletionStage<String> stoppedByItself() {
        return new CompletableFuture<>();
    }

    @Override
    void close();
}
