package org.vigie.risk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.junit.jupiter.api.Test;
import org.vigie.testing.broker.UnusedPort;

/** Tests what a process of a Flink cluster answers on its monitoring port. */
class FlinkMonitoringReporterTest {
    private static final NamedMetricGroup JOB_MANAGER = new NamedMetricGroup("jobmanager", Map.of("<host>", "flink-1"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger registered = new AtomicInteger();
    private final int port = UnusedPort.find().number();

    @Test
    void aProcessServesItsMetricsAndItsJobManagerIsReadyWithATaskManager() throws Exception {
        // given
        MetricReporter reporter = reporter(Integer.toString(port));
        reporter.notifyOfAddedMetric((Gauge<Integer>) registered::get, "numRegisteredTaskManagers", JOB_MANAGER);
        try {
            assertThat(get("/health/ready").statusCode()).isEqualTo(503);

            // when
            registered.set(2);

            // then
            assertThat(get("/health/ready").body()).contains("2 registered");
            assertThat(get("/health").statusCode()).isEqualTo(200);
            assertThat(get("/metrics").body())
                    .contains(
                            "flink_jobmanager_numRegisteredTaskManagers{host=\"flink-1\"} 2.0",
                            "jvm_memory_used_bytes");
        } finally {
            reporter.close();
        }
    }

    @Test
    void aTaskManagerIsReadyWhileItAnswers() throws Exception {
        // given
        MetricReporter reporter = reporter(Integer.toString(port));

        // when
        HttpResponse<String> ready = get("/health/ready");
        reporter.close();

        // then
        assertThat(ready.statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsNoneIsRefusedByItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reporter("9250-9260"))
                .withMessage("metrics.reporter.NAME.port: must be 1 to 65535, was '9250-9260'");
    }

    @Test
    void flinkFindsTheReporterAsAService() {
        assertThat(ServiceLoader.load(MetricReporterFactory.class))
                .hasAtLeastOneElementOfType(FlinkMonitoringReporterFactory.class);
    }

    private static MetricReporter reporter(String port) {
        var settings = new Properties();
        settings.setProperty("port", port);
        return new FlinkMonitoringReporterFactory().createMetricReporter(settings);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
