package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Asks Kafka Streams for what it measures of a small topology. */
class StreamsStepMetricsTest {
    private static final Labels APP = Labels.of("app", "counting");
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void stepsAndTasksAreServedUnderKafkasNames() {
        // given
        try (var driver = driver("DEBUG")) {
            // when
            String text = afterFourRecords(driver);

            // then
            assertThat(text)
                    .contains(
                            "vigie_kafka_step_records_consumed_total{app=\"counting\",step=\"read\",topic=\"readings\"} 4.0",
                            "vigie_kafka_step_records_produced_total{app=\"counting\",step=\"send\",topic=\"counts\"} 3.0",
                            "vigie_kafka_step_record_e2e_latency_max{app=\"counting\",step=\"send\"} 20000.0",
                            "vigie_kafka_task_dropped_records_total{app=\"counting\",task=\"0_0\"} 1.0",
                            "vigie_kafka_task_record_lateness_max{app=\"counting\",task=\"0_0\"} 20000.0",
                            "vigie_kafka_task_process_latency_avg{app=\"counting\",task=\"0_0\"} ");
        }
    }

    @Test
    void whatKafkaDoesNotMeasureIsLeftOutAndNotZero() {
        // given
        try (var driver = driver("INFO")) {
            // when
            String text = afterFourRecords(driver);

            // then
            assertThat(text)
                    .contains("vigie_kafka_step_records_consumed_total", "vigie_kafka_task_dropped_records_total")
                    .doesNotContain("vigie_kafka_task_record_lateness", "vigie_kafka_task_process_latency");
        }
    }

    @Test
    void recordsOfOneStepAreAddedOverItsTasksAndItsLongestTimeStands() {
        // given
        Map<MetricName, Metric> twoTasks = Map.ofEntries(
                figure("stream-topic-metrics", "records-consumed-total", "0_0", 5),
                figure("stream-topic-metrics", "records-consumed-total", "0_1", 7),
                figure("stream-processor-node-metrics", "record-e2e-latency-max", "0_0", 30),
                figure("stream-processor-node-metrics", "record-e2e-latency-max", "0_1", 20),
                figure("stream-processor-node-metrics", "record-e2e-latency-avg", "0_0", Double.NaN));

        // when
        String text = text(new StreamsStepMetrics(APP, () -> twoTasks));

        // then
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "vigie_kafka_step_records_consumed_total{app=\"counting\",step=\"read\",topic=\"readings\"} 12.0",
                        "vigie_kafka_step_record_e2e_latency_max{app=\"counting\",step=\"read\"} 30.0");
    }

    private static String afterFourRecords(TopologyTestDriver driver) {
        var readings = driver.createInputTopic("readings", new StringSerializer(), new StringSerializer());
        readings.pipeInput("A", "82", NOW);
        readings.pipeInput("A", "84", NOW);
        readings.pipeInput("B", "70", NOW.minusSeconds(20));
        readings.pipeInput(null, "without a bed", NOW);
        return text(new StreamsStepMetrics(APP, driver::metrics));
    }

    private static TopologyTestDriver driver(String recordingLevel) {
        var properties = new Properties();
        properties.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, recordingLevel);
        return new TopologyTestDriver(topology(), properties, NOW);
    }

    private static Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(
                        "readings",
                        Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
                .count(
                        Named.as("count"),
                        Materialized.<String, Long>as(Stores.inMemoryKeyValueStore("beds"))
                                .withValueSerde(Serdes.Long()))
                .toStream()
                .to("counts", Produced.with(Serdes.String(), Serdes.Long()).withName("send"));
        return builder.build();
    }

    private static String text(StreamsStepMetrics metrics) {
        return MetricsText.of(Stream.of(metrics.collect()));
    }

    private static Map.Entry<MetricName, Metric> figure(String group, String name, String task, double value) {
        var metric = new MeasuredFigure(
                new MetricName(
                        name, group, "", Map.of("task-id", task, "processor-node-id", "read", "topic", "readings")),
                value);
        return Map.entry(metric.metricName(), metric);
    }

    /** Stands for a metric of Kafka with a fixed value. */
    private record MeasuredFigure(MetricName metricName, Object metricValue) implements Metric {}
}
