package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitoringServerTest {
    private final MonitoringServer server = MonitoringServer.start(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean isReady = new AtomicBoolean(true);

    @BeforeEach
    void twoAppsAreMonitored() {
        server.add(monitor("first"));
        server.add(monitor("second")
                .addLiveness(HealthCheck.of("loop", () -> true, () -> "goes on"))
                .addReadiness(HealthCheck.of("store", isReady::get, () -> "http://127.0.0.1:19000")));
    }

    private static AppMonitor monitor(String name) {
        var monitor = new AppMonitor(name);
        monitor.registry().register(new KafkaClientMetrics(monitor.labels(), Map::of));
        return monitor;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void metricsOfAllAppsAndOfTheJvmAreServedAsText() throws Exception {
        // when
        var metrics = get("/metrics");

        // then
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics.body().lines())
                .contains(
                        "vigie_kafka_records_consumed_total{app=\"first\"} 0.0",
                        "vigie_kafka_records_consumed_total{app=\"second\"} 0.0")
                .containsOnlyOnce("# TYPE vigie_kafka_records_consumed_total counter")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
    }

    @Test
    void anAppThatCannotWorkIsAliveAndNotReady() throws Exception {
        // when
        isReady.set(false);

        // then
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health").body())
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":["
                        + "{\"app\":\"second\",\"name\":\"loop\",\"status\":\"UP\",\"detail\":\"goes on\"},"
                        + "{\"app\":\"second\",\"name\":\"store\",\"status\":\"DOWN\","
                        + "\"detail\":\"http://127.0.0.1:19000\"}]}");
    }

    @Test
    void eachHealthCheckIsAMetric() throws Exception {
        // when
        isReady.set(false);

        // then
        assertThat(get("/metrics").body().lines())
                .contains(
                        "vigie_health_check_up{app=\"second\",check=\"loop\"} 1.0",
                        "vigie_health_check_up{app=\"second\",check=\"store\"} 0.0");
    }

    @Test
    void anAppThatWorksIsReady() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aCheckThatFailsWithAnErrorIsDown() throws Exception {
        // when
        server.add(new AppMonitor("third")
                .addReadiness(HealthCheck.of(
                        "broken",
                        () -> {
                            throw new IllegalStateException("no such job");
                        },
                        () -> "")));

        // then
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("no such job");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
        assertThat(send(request("/health").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPageOfAnotherSiteGetsNothing() throws Exception {
        assertThat(send(request("/metrics").header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTakenPortIsNamed() {
        // given
        int port = server.address().getPort();

        // when, then
        assertThatThrownBy(() -> MonitoringServer.start(port))
                .hasMessageStartingWith("monitoring.port: cannot listen on 127.0.0.1:" + port);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
