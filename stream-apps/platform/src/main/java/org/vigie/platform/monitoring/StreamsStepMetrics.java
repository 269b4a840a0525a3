package org.vigie.platform.monitoring;

import static org.vigie.platform.monitoring.StreamsFigure.count;
import static org.vigie.platform.monitoring.StreamsFigure.largest;
import static org.vigie.platform.monitoring.StreamsScope.STEP;
import static org.vigie.platform.monitoring.StreamsScope.STEP_AND_TOPIC;
import static org.vigie.platform.monitoring.StreamsScope.TASK;
import static org.vigie.platform.monitoring.StreamsScope.THREADS;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Collects what Kafka Streams measures of each step and of each task of a topology, under Kafka's own names and in its units. Kafka measures
 * the figures of a task's time only when {@code metrics.recording.level} is DEBUG.
 */
public final class StreamsStepMetrics implements MultiCollector {
    private static final List<StreamsFigure> FIGURES = List.of(
            count(
                    STEP_AND_TOPIC,
                    "vigie_kafka_step_records_consumed",
                    "records-consumed-total",
                    "Records read by a step."),
            count(
                    STEP_AND_TOPIC,
                    "vigie_kafka_step_records_produced",
                    "records-produced-total",
                    "Records written by a step."),
            largest(
                    STEP,
                    "vigie_kafka_step_record_e2e_latency_avg",
                    "record-e2e-latency-avg",
                    "Milliseconds from the record's time until the step had it, the average."),
            largest(
                    STEP,
                    "vigie_kafka_step_record_e2e_latency_max",
                    "record-e2e-latency-max",
                    "Milliseconds from the record's time until the step had it, the longest."),
            count(TASK, "vigie_kafka_task_dropped_records", "dropped-records-total", "Records that a task dropped."),
            largest(
                    TASK,
                    "vigie_kafka_task_active_process_ratio",
                    "active-process-ratio",
                    "Share of its thread's time that a task took."),
            largest(
                    TASK,
                    "vigie_kafka_task_process_latency_avg",
                    "process-latency-avg",
                    "Nanoseconds that one record takes, the average."),
            largest(
                    TASK,
                    "vigie_kafka_task_process_latency_max",
                    "process-latency-max",
                    "Nanoseconds that one record takes, the longest."),
            largest(
                    TASK,
                    "vigie_kafka_task_record_lateness_avg",
                    "record-lateness-avg",
                    "Milliseconds that a record is older than the newest one, the average."),
            largest(
                    TASK,
                    "vigie_kafka_task_record_lateness_max",
                    "record-lateness-max",
                    "Milliseconds that a record is older than the newest one, the most."),
            largest(
                    THREADS,
                    "vigie_kafka_thread_process_latency_avg",
                    "process-latency-avg",
                    "Milliseconds that one record takes, the average of a round of processing."),
            largest(
                    THREADS,
                    "vigie_kafka_thread_process_latency_max",
                    "process-latency-max",
                    "Milliseconds that one record takes, the slowest round of processing."));

    private final Labels app;
    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics of the topology, as {@code KafkaStreams.metrics()} gives them */
    public StreamsStepMetrics(Labels app, Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.app = app;
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshots collect() {
        Collection<? extends Metric> now = metrics.get().values();
        var snapshots = MetricSnapshots.builder();
        FIGURES.forEach(figure -> figure.snapshot(app, now).ifPresent(snapshots::metricSnapshot));
        return snapshots.build();
    }
}
