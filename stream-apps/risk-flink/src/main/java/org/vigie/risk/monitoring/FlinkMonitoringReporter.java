package org.vigie.risk.monitoring;

import java.util.OptionalDouble;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.MonitoringServer;

/**
 * Serves {@code /metrics} and {@code /health} of one process of Flink. Flink's own reporter listens on all addresses of the machine and
 * tells no health.
 *
 * <p>A job manager is ready while a task manager is registered; a task manager is ready while it answers.
 */
final class FlinkMonitoringReporter implements MetricReporter {
    private static final String TASK_MANAGERS = "flink_jobmanager_numRegisteredTaskManagers";

    private final FlinkMetricCollector metrics = new FlinkMetricCollector();
    private final MonitoringServer server;

    /**
     * Starts to serve.
     *
     * @throws IllegalStateException when the port is taken
     */
    FlinkMonitoringReporter(MonitoringConfig address) {
        server = address.start();
        var monitor = new AppMonitor("flink")
                .addLiveness(HealthCheck.of("process", () -> true, () -> "answers"))
                .addReadiness(HealthCheck.of("task managers", this::hasTaskManagers, this::taskManagers));
        monitor.registry().register(metrics);
        server.add(monitor);
    }

    @Override
    public void open(MetricConfig config) {
        // The constructor has the address already.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        metrics.add(metric, name, group);
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        metrics.remove(metric);
    }

    private boolean hasTaskManagers() {
        OptionalDouble registered = metrics.value(TASK_MANAGERS);
        return registered.isEmpty() || registered.getAsDouble() > 0;
    }

    private String taskManagers() {
        OptionalDouble registered = metrics.value(TASK_MANAGERS);
        return registered.isEmpty() ? "not counted by this process" : (int) registered.getAsDouble() + " registered";
    }

    @Override
    public void close() {
        server.close();
    }
}
