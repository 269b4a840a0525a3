package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Provides the metrics and health checks of one app. Several apps of one process have one monitor each. */
public final class AppMonitor {
    private final String app;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final List<HealthCheck> liveness = new CopyOnWriteArrayList<>();
    private final List<HealthCheck> readiness = new CopyOnWriteArrayList<>();
    private final List<HealthCheck> notices = new CopyOnWriteArrayList<>();

    /** @param app its name: the label {@code app} of its metrics and checks */
    public AppMonitor(String app) {
        this.app = app;
    }

    public String app() {
        return app;
    }

    /** Returns the registry for the app's metrics. */
    public PrometheusRegistry registry() {
        return registry;
    }

    /** Returns the label that tells the app's metrics from those of other apps in the same process. */
    public Labels labels() {
        return Labels.of("app", app);
    }

    /** Returns the app's metrics in the text format of Prometheus 0.0.4. */
    public String metricsText() {
        return MetricsText.of(Stream.of(registry.scrape()));
    }

    /** Adds a check that fails when only a restart helps. */
    public AppMonitor addLiveness(HealthCheck check) {
        liveness.add(check);
        return this;
    }

    /** Adds a check that fails while the app cannot do its work. */
    public AppMonitor addReadiness(HealthCheck check) {
        readiness.add(check);
        return this;
    }

    /**
     * Adds a check that operators must see when it fails, while the app still does its work: neither a restart nor an end of its traffic
     * would help.
     */
    public AppMonitor addNotice(HealthCheck check) {
        notices.add(check);
        return this;
    }

    List<HealthCheck> liveness() {
        return liveness;
    }

    List<HealthCheck> readiness() {
        return readiness;
    }

    /** Returns the checks of all three kinds. */
    List<HealthCheck> checks() {
        return Stream.of(liveness, readiness, notices).flatMap(List::stream).toList();
    }
}
