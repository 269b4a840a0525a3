package org.vigie.risk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.junit.jupiter.api.Test;

class FlinkLocalReporterFactoryTest {
    private static final NamedMetricGroup JOB =
            new NamedMetricGroup("jobmanager.job", Map.of("<job_name>", "reporter-test"));

    private final MetricReporter reporter = new FlinkLocalReporterFactory().createMetricReporter(new Properties());

    @Test
    void whatAnOperatorWatchesIsServedUntilFlinkTakesItAway() {
        // given
        var size = new SimpleCounter();
        var other = new SimpleCounter();

        // when
        reporter.notifyOfAddedMetric(size, "lastCheckpointSize", JOB);
        reporter.notifyOfAddedMetric(other, "lastCheckpointProcessedData", JOB);

        // then
        assertThat(ofTheTest()).containsExactly("flink_jobmanager_job_lastCheckpointSize");

        // when
        reporter.notifyOfRemovedMetric(size, "lastCheckpointSize", JOB);

        // then
        assertThat(ofTheTest()).isEmpty();
    }

    private static List<String> ofTheTest() {
        return FlinkLocalReporterFactory.metrics().collect().stream()
                .filter(metric -> metric.getDataPoints().stream()
                        .anyMatch(point ->
                                "reporter-test".equals(point.getLabels().get("job_name"))))
                .map(metric -> metric.getMetadata().getName())
                .toList();
    }
}
