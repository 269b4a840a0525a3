package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;

/**
 * Reads one figure that Kafka Streams measures of each part of a topology.
 *
 * @param name of the metric, which ends as Kafka's own name does; a count has {@code _total} in the answer only
 * @param kafkaName name of Kafka's metric
 * @param isCount whether it only grows: then the parts under one label are added, and otherwise the largest stands for them
 */
record StreamsFigure(StreamsScope scope, String name, String kafkaName, boolean isCount, String help) {
    static StreamsFigure count(StreamsScope scope, String name, String kafkaName, String help) {
        return new StreamsFigure(scope, name, kafkaName, true, help);
    }

    static StreamsFigure largest(StreamsScope scope, String name, String kafkaName, String help) {
        return new StreamsFigure(scope, name, kafkaName, false, help);
    }

    /** Returns its values now; empty when Kafka has measured none, because nothing came or because its recording level is too low. */
    Optional<MetricSnapshot> snapshot(Labels app, Collection<? extends Metric> metrics) {
        Map<Labels, Double> values = new HashMap<>();
        for (Metric metric : metrics) {
            if (isMeasured(metric)) {
                values.merge(
                        scope.labels(app, metric.metricName()),
                        (Double) metric.metricValue(),
                        isCount ? Double::sum : Double::max);
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(isCount ? counter(values) : gauge(values));
    }

    /** Kafka's average of nothing is no number. */
    private boolean isMeasured(Metric metric) {
        return metric.metricName().name().equals(kafkaName)
                && scope.holds(metric.metricName())
                && metric.metricValue() instanceof Double value
                && Double.isFinite(value);
    }

    private CounterSnapshot counter(Map<Labels, Double> values) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return counter.build();
    }

    private GaugeSnapshot gauge(Map<Labels, Double> values) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }
}
