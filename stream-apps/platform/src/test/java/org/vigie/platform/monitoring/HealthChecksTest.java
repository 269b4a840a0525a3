package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.tls.ServerTlsConfig;

class HealthChecksTest {
    private Instant now = Instant.EPOCH;

    @Test
    void aLoopThatReportsNothingForTooLongIsDown() {
        // given
        var heartbeat = new HeartbeatCheck("loop", Duration.ofMinutes(2), () -> now);

        // when
        now = now.plusSeconds(120);

        // then
        assertThat(heartbeat.check()).isEqualTo(new HealthResult(true, "last round 120 s ago"));

        // when
        now = now.plusSeconds(1);

        // then
        assertThat(heartbeat.check().isUp()).isFalse();

        // when
        heartbeat.beat();

        // then
        assertThat(heartbeat.check().isUp()).isTrue();
    }

    @Test
    void aPortThatTakesConnectionsIsUp() throws IOException {
        // given
        int port;

        // when, then
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(check(port))
                    .isEqualTo(new HealthResult(true, "grpc://127.0.0.1:" + port + " takes connections"));
        }
        assertThat(check(port).isUp()).isFalse();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsDownWithItsAddress() throws IOException {
        // given
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var kafka = new KafkaConnectionConfig("127.0.0.1:" + port, "http://127.0.0.1:1", "ward", 1);

        try (var broker = new BrokerHealthCheck(kafka)) {
            // when, then
            assertThat(broker.check()).isEqualTo(new HealthResult(false, "127.0.0.1:" + port + " does not answer"));
        }
    }

    @Test
    void aPortOutOfRangeIsRefusedByItsKey() {
        assertThatThrownBy(() -> MonitoringConfig.onPort(70_000)).hasMessageStartingWith("monitoring.port:");
        assertThatThrownBy(() -> new MonitoringConfig(" ", 1, ServerTlsConfig.defaults()))
                .hasMessageStartingWith("monitoring.host:");
        assertThat(MonitoringConfig.onPort(0).isOn()).isFalse();
    }

    private static HealthResult check(int port) {
        return new PortHealthCheck("model server", URI.create("grpc://127.0.0.1:" + port)).check();
    }
}
