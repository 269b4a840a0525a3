package org.vigie.vitals;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Collects what {@link VerdictCounter} counted in all tasks: readings by verdict and reason. */
final class VerdictMetrics implements Collector {
    private static final String TOTAL = "-total";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    VerdictMetrics(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshot collect() {
        Map<Labels, Double> counts = new TreeMap<>();
        metrics.get().values().stream()
                .filter(metric -> metric.metricName().group().equals(VerdictCounter.GROUP)
                        && metric.metricName().name().endsWith(TOTAL))
                .forEach(metric ->
                        counts.merge(labels(metric.metricName()), (double) metric.metricValue(), Double::sum));
        var counter = CounterSnapshot.builder()
                .name("vigie_vitals_readings")
                .help("Readings by verdict and reason; one that is played again after a crash counts again.");
        counts.forEach((labels, count) -> counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(count).build()));
        return counter.build();
    }

    private static Labels labels(MetricName name) {
        String reason = name.name().substring(0, name.name().length() - TOTAL.length());
        return Labels.of("verdict", name.tags().getOrDefault(VerdictCounter.VERDICT, ""), "reason", reason);
    }
}
