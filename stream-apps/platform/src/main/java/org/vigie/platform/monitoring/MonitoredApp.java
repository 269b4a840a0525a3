package org.vigie.platform.monitoring;

/** Represents a running app that reports its metrics and its health. */
public interface MonitoredApp extends AutoCloseable {
    AppMonitor monitor();

    @Override
    void close();
}
