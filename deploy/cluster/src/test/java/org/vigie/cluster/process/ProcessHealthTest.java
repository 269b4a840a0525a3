package org.vigie.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.testing.broker.UnusedPort;

class ProcessHealthTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false"})
    void onlyTheAnswer200SaysThatAProcessCanWork(int status, boolean isGood) throws IOException {
        // given
        HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/health/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health/ready");

            // when, then
            await().atMost(Duration.ofMinutes(10)).until(() -> new ProcessHealth(address).isGood() == isGood);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPortThatAcceptsConnectionsIsEnoughForAProcessWithoutHttp() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> health("tcp", socket.getLocalPort()).isGood());
        }
    }

    @Test
    void aProcessThatListensOnNoPortCannotWork() {
        // given
        int port = UnusedPort.find().number();

        // when, then
        assertThat(health("tcp", port).isGood()).isFalse();
        assertThat(health("http", port).isGood()).isFalse();
    }

    private static ProcessHealth health(String scheme, int port) {
        return new ProcessHealth(URI.create(scheme + "://127.0.0.1:" + port));
    }
}
