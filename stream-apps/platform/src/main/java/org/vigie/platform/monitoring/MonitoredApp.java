package org.vigie.platform.monitoring;

/** A running app that reports its metrics and its health. */
public interface MonitoredApp extends AutoCloseable {
    AppMonitor monitor();

    @Override
    void close();
}
