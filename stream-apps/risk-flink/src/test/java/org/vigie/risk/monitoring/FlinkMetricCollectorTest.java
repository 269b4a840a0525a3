package org.vigie.risk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

/** Tests names, labels and values of Flink's metrics. */
class FlinkMetricCollectorTest {
    private static final NamedMetricGroup OPERATOR = new NamedMetricGroup(
            "taskmanager.job.task.operator", Map.of("<operator_name>", "window", "<job_name>", "risk-flink"));

    private final FlinkMetricCollector metrics = new FlinkMetricCollector();

    @Test
    void aCounterHasTheNameAndTheLabelsOfFlinksOwnReporter() {
        // given
        var records = new SimpleCounter();
        records.inc(7);

        // when
        metrics.add(records, "numRecordsIn", OPERATOR);

        // then
        GaugeSnapshot gauge = gauge("flink_taskmanager_job_task_operator_numRecordsIn");
        assertThat(gauge.getDataPoints()).singleElement().satisfies(point -> {
            assertThat(point.getValue()).isEqualTo(7);
            assertThat(point.getLabels().get("job_name")).isEqualTo("risk-flink");
            assertThat(point.getLabels().get("operator_name")).isEqualTo("window");
        });
    }

    @Test
    void metricsOfOneNameAreOneFamilyWithTheirOwnLabels() {
        // given
        var other = new NamedMetricGroup(
                "taskmanager.job.task.operator", Map.of("<operator_name>", "score", "<job_name>", "risk-flink"));

        // when
        metrics.add(new SimpleCounter(), "numRecordsIn", OPERATOR);
        metrics.add(new SimpleCounter(), "numRecordsIn", other);

        // then
        assertThat(gauge("flink_taskmanager_job_task_operator_numRecordsIn").getDataPoints())
                .hasSize(2);
    }

    @Test
    void aTextIsLeftOutAndAFlagIsZeroOrOne() {
        // when
        metrics.add((Gauge<String>) () -> "path", "lastCheckpointExternalPath", OPERATOR);
        metrics.add((Gauge<Boolean>) () -> true, "isBackPressured", OPERATOR);
        metrics.add(new MeterView(new SimpleCounter()), "numRecordsInPerSecond", OPERATOR);

        // then
        assertThat(metrics.value("flink_taskmanager_job_task_operator_lastCheckpointExternalPath"))
                .isEmpty();
        assertThat(metrics.value("flink_taskmanager_job_task_operator_isBackPressured"))
                .hasValue(1);
        assertThat(metrics.value("flink_taskmanager_job_task_operator_numRecordsInPerSecond"))
                .hasValue(0);
    }

    @Test
    void aGaugeThatFailsAndAMetricThatWasRemovedAreLeftOut() {
        // given
        Gauge<Integer> broken = () -> {
            throw new IllegalStateException("the task has ended");
        };
        var gone = new SimpleCounter();

        // when
        metrics.add(broken, "pending", OPERATOR);
        metrics.add(gone, "gone", OPERATOR);
        metrics.remove(gone);

        // then
        assertThat(metrics.collect()).isEmpty();
    }

    private GaugeSnapshot gauge(String name) {
        return (GaugeSnapshot) StreamSupport.stream(metrics.collect().spliterator(), false)
                .filter(snapshot -> snapshot.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
