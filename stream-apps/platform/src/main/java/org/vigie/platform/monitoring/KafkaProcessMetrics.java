package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.stream.DoubleStream;

/**
 * Collects the figures of all Kafka clients of this process together, whoever opened them: how much they read and send, how much waits, in
 * which batches, and how long. Each client reports its figures to JMX.
 */
final class KafkaProcessMetrics implements MultiCollector {
    private static final KafkaBeans PRODUCERS = new KafkaBeans("kafka.producer:type=producer-metrics,client-id=*");
    private static final KafkaBeans CONSUMERS =
            new KafkaBeans("kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*");
    private static final double MILLIS = 1000;

    @Override
    public MetricSnapshots collect() {
        double delay = most(PRODUCERS.values("record-queue-time-avg")) / MILLIS;
        return MetricSnapshots.of(
                counter("records_consumed", "Records read.", CONSUMERS.values("records-consumed-total")),
                counter("records_sent", "Records sent.", PRODUCERS.values("record-send-total")),
                counter("record_errors", "Records not sent.", PRODUCERS.values("record-error-total")),
                gauge(
                        "lag_records",
                        "Records that one partition is behind its end, the most of all clients.",
                        most(CONSUMERS.values("records-lag-max"))),
                gauge(
                        "poll_records",
                        "Records of one fetch, the most.",
                        most(CONSUMERS.values("records-per-request-avg"))),
                gauge(
                        "batch_bytes",
                        "Bytes of one batch that is sent, the most.",
                        most(PRODUCERS.values("batch-size-avg"))),
                gauge("send_delay_seconds", "Time that a record waits until it is sent, the longest.", delay),
                gauge("waiting_bytes", "Bytes of records that wait until they are sent.", waiting()));
    }

    private static double waiting() {
        return PRODUCERS.values("buffer-total-bytes").sum()
                - PRODUCERS.values("buffer-available-bytes").sum();
    }

    private static double most(DoubleStream ofClients) {
        return ofClients.max().orElse(0);
    }

    private static CounterSnapshot counter(String name, String help, DoubleStream ofClients) {
        return CounterSnapshot.builder()
                .name("vigie_kafka_process_" + name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder()
                        .value(ofClients.sum())
                        .build())
                .build();
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name("vigie_kafka_process_" + name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
