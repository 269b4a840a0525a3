package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.platform.monitoring.HealthReport.CheckReport;

/** Reports each health check of a process as a metric, so that an alert rule can name what is down. */
record HealthMetrics(List<AppMonitor> apps) {
    static final String NAME = "vigie_health_check_up";

    /** Carries out every check; a check takes at most a few seconds. Checks of one name count as one, which is up when all are. */
    MetricSnapshots scrape() {
        var gauge = GaugeSnapshot.builder().name(NAME).help("1 when the health check of the app is up, else 0.");
        HealthReport.of(apps, AppMonitor::checks).checks().stream()
                .collect(Collectors.toMap(HealthMetrics::labels, CheckReport::isUp, Boolean::logicalAnd))
                .forEach((labels, isUp) -> gauge.dataPoint(point(labels, isUp)));
        return MetricSnapshots.of(gauge.build());
    }

    private static Labels labels(CheckReport report) {
        return Labels.of("app", report.app(), "check", report.name());
    }

    private static GaugeDataPointSnapshot point(Labels labels, boolean isUp) {
        return GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(isUp ? 1 : 0)
                .build();
    }
}
