package org.vigie.cluster.node;

import java.net.URI;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.PortHealthCheck;

/** Watches a part of the infrastructure that has no monitor of its own: it is ready while its port takes connections. */
final class PortProcess implements MonitoredApp {
    private final AppMonitor monitor;
    private final Runnable stop;

    /**
     * @param name its name: the label {@code app} of its metrics and checks
     * @param port on loopback
     * @param stop ends the part
     */
    PortProcess(String name, int port, Runnable stop) {
        this.monitor =
                new AppMonitor(name).addReadiness(new PortHealthCheck(name, URI.create("tcp://127.0.0.1:" + port)));
        this.stop = stop;
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    @Override
    public void close() {
        stop.run();
    }
}
