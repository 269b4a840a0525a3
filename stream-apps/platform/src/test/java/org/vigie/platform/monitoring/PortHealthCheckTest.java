package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests whether a server counts as reachable. */
class PortHealthCheckTest {
    private static final URI CLOSED = URI.create("grpc://127.0.0.1:1");

    @Test
    void oneOfSeveralServersSuffices() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // given
            URI open = URI.create("grpc://127.0.0.1:" + server.getLocalPort());

            // when
            HealthResult result = new PortHealthCheck("model server", List.of(CLOSED, open)).check();

            // then
            assertThat(result).isEqualTo(new HealthResult(true, open + " takes connections"));
        }
    }

    @Test
    void allServersAreNamedWhenNoneIsReachable() {
        // when
        HealthResult result = new PortHealthCheck("model server", List.of(CLOSED, CLOSED)).check();

        // then
        assertThat(result)
                .isEqualTo(new HealthResult(false, "grpc://127.0.0.1:1, grpc://127.0.0.1:1 takes no connection"));
    }
}
