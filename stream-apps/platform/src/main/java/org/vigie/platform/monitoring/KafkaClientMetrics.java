package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Collects the few figures of an app's Kafka clients that an operator watches: records read and sent, errors, lag and delay. */
public final class KafkaClientMetrics implements MultiCollector {
    private static final String CONSUMER = "consumer-fetch-manager-metrics";
    private static final String PRODUCER = "producer-metrics";
    /** Kafka Streams measures the delay at the sources and at the last steps of a topology. */
    private static final String STEP = "stream-processor-node-metrics";

    private static final double MILLIS = 1000;

    private final Labels labels;
    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics of all clients of the app, as {@code KafkaStreams.metrics()} gives them */
    public KafkaClientMetrics(Labels labels, Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.labels = labels;
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                counter("vigie_kafka_records_consumed", "Records read.", CONSUMER, "records-consumed-total"),
                counter("vigie_kafka_records_sent", "Records sent.", PRODUCER, "record-send-total"),
                counter("vigie_kafka_record_errors", "Records not sent.", PRODUCER, "record-error-total"),
                gauge(
                        "vigie_kafka_records_lag_max",
                        "Records that one partition is behind its end, the most of all partitions.",
                        values(CONSUMER, "records-lag-max").max().orElse(0)),
                gauge(
                        "vigie_kafka_delay_seconds",
                        "Time from a record's append at the broker to the end of its processing, the longest average of all steps.",
                        delays().max().orElse(0) / MILLIS));
    }

    private GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build();
    }

    private CounterSnapshot counter(String name, String help, String group, String kafkaName) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(values(group, kafkaName).sum())
                        .build())
                .build();
    }

    /** Returns the figures of whole clients. Figures by topic or partition have more tags. */
    private DoubleStream values(String group, String name) {
        return figures(group, name)
                .filter(metric -> metric.metricName().tags().keySet().equals(Set.of("client-id")))
                .mapToDouble(KafkaClientMetrics::number);
    }

    private DoubleStream delays() {
        return figures(STEP, "record-e2e-latency-avg").mapToDouble(KafkaClientMetrics::number);
    }

    private Stream<? extends Metric> figures(String group, String name) {
        return metrics.get().values().stream()
                .filter(metric -> metric.metricName().group().equals(group)
                        && metric.metricName().name().equals(name));
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Double value && !value.isNaN() ? value : 0;
    }
}
