package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.station.command.AlertCommandResponse;
import org.vigie.station.command.AlertCommandResponse.ResponseStatus;

class StationMetricsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final StationMetrics metrics = new StationMetrics(() -> NOW);

    @Test
    void theAgeOfTheNewestRecordOfATopicIsShownWhateverTheOrder() {
        // given
        metrics.register(registry, () -> 0, () -> 0, () -> 0);
        // when
        metrics.read(record("vigie.ward.alerts.current", NOW.minusSeconds(4)));
        metrics.read(record("vigie.ward.alerts.current", NOW.minusSeconds(90)));
        // then
        assertThat(points("vigie_station_newest_record_age_seconds"))
                .singleElement()
                .satisfies(age -> {
                    assertThat(age.getLabels().get("topic")).isEqualTo("vigie.ward.alerts.current");
                    assertThat(((GaugeDataPointSnapshot) age).getValue()).isEqualTo(4);
                });
    }

    @Test
    void eachCommandIsCountedByItsResult() {
        // given
        metrics.register(registry, () -> 0, () -> 0, () -> 0);
        var obeyed = new AlertCommandResponse("order", ResponseStatus.OBEYED, null, "", "");
        // when
        var answer = metrics.count(CompletableFuture.completedFuture(obeyed));
        var failed = metrics.count(CompletableFuture.failedFuture(new IllegalStateException("no broker")));
        // then
        assertThat(answer).isCompletedWithValue(obeyed);
        assertThat(failed).isCompletedExceptionally();
        assertThat(commands("OBEYED")).contains(1.0);
        assertThat(commands("NOT_SENT")).contains(1.0);
        assertThat(commands("REFUSED")).isEmpty();
    }

    @Test
    void openStreamsAndDroppedBacklogsAreThoseOfTheWebServer() {
        // given
        metrics.register(registry, () -> 3, () -> 5, () -> 7);
        // when
        List<DataPointSnapshot> streams = points("vigie_station_event_streams");
        List<DataPointSnapshot> dropped = points("vigie_station_event_backlogs_dropped");
        // then
        assertThat(streams)
                .singleElement()
                .extracting(point -> ((GaugeDataPointSnapshot) point).getValue())
                .isEqualTo(3.0);
        assertThat(dropped)
                .singleElement()
                .extracting(point -> ((CounterDataPointSnapshot) point).getValue())
                .isEqualTo(7.0);
    }

    private Optional<Double> commands(String result) {
        return points("vigie_station_commands").stream()
                .filter(point -> result.equals(point.getLabels().get("result")))
                .map(point -> ((CounterDataPointSnapshot) point).getValue())
                .findFirst();
    }

    private List<DataPointSnapshot> points(String name) {
        return registry.scrape().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .map(MetricSnapshot::getDataPoints)
                .<DataPointSnapshot>flatMap(List::stream)
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, Instant appended) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                appended.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
