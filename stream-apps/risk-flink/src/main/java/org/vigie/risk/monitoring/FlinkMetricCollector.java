package org.vigie.risk.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/** Collects the metrics that a process of Flink has at the moment. Each one is a gauge, as in Flink's own reporter. */
final class FlinkMetricCollector implements MultiCollector {
    private final Map<Metric, FlinkMetric> metrics = new ConcurrentHashMap<>();

    void add(Metric metric, String name, MetricGroup group) {
        metrics.put(metric, FlinkMetric.of(metric, name, group));
    }

    void remove(Metric metric) {
        metrics.remove(metric);
    }

    /** Returns the value of a metric that the process has once; empty when it has none of this name. */
    OptionalDouble value(String name) {
        return metrics.values().stream()
                .filter(metric -> metric.name().equals(name))
                .map(FlinkMetricCollector::valueOf)
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst();
    }

    @Override
    public MetricSnapshots collect() {
        Map<String, Map<Labels, Double>> values = new TreeMap<>();
        metrics.values()
                .forEach(metric -> valueOf(metric)
                        .ifPresent(value -> values.computeIfAbsent(metric.name(), unused -> new HashMap<>())
                                .put(metric.labels(), value)));
        var snapshots = MetricSnapshots.builder();
        values.forEach((name, points) -> snapshots.metricSnapshot(snapshot(name, points)));
        return snapshots.build();
    }

    /** A gauge of a task that ends at this moment may fail. */
    private static OptionalDouble valueOf(FlinkMetric metric) {
        try {
            return metric.value();
        } catch (RuntimeException e) {
            return OptionalDouble.empty();
        }
    }

    private static GaugeSnapshot snapshot(String name, Map<Labels, Double> points) {
        var gauge = GaugeSnapshot.builder().name(name);
        points.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }
}
