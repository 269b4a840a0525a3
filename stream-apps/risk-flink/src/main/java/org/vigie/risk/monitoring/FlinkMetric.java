package org.vigie.risk.monitoring;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/**
 * Holds one metric of Flink with the name and the labels that Flink's own reporter for Prometheus gives it, such as {@code
 * flink_jobmanager_job_numRestarts}.
 */
record FlinkMetric(String name, Labels labels, Metric metric) {
    private static final String PREFIX = "flink_";
    private static final char SEPARATOR = '_';

    static FlinkMetric of(Metric metric, String name, MetricGroup group) {
        String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(FlinkMetric::plain, SEPARATOR);
        String whole = PREFIX + scope + SEPARATOR + plain(name);
        return new FlinkMetric(PrometheusNaming.sanitizeMetricName(whole), labels(group), metric);
    }

    /** Flink names its variables {@code <job_name>}. */
    private static Labels labels(MetricGroup group) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        new TreeMap<>(group.getAllVariables()).forEach((variable, value) -> {
            names.add(plain(variable.replaceAll("[<>]", "")));
            values.add(value);
        });
        return Labels.of(names, values);
    }

    private static String plain(String text) {
        return text.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    /** Returns its value now. It is empty for a text and for a histogram, which no step of the job has. */
    OptionalDouble value() {
        return switch (metric.getMetricType()) {
            case COUNTER -> OptionalDouble.of((double) ((Counter) metric).getCount());
            case METER -> OptionalDouble.of(((Meter) metric).getRate());
            case GAUGE -> number(((Gauge<?>) metric).getValue());
            case HISTOGRAM -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble number(Object value) {
        if (value instanceof Boolean flag) {
            return OptionalDouble.of(flag ? 1 : 0);
        }
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
