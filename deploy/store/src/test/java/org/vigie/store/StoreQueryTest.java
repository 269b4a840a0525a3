package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreQueryTest {
    private static final byte[] EMPTY = "{\"dataset\": []}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final List<String> timeouts = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void answer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/exec", exchange -> {
            timeouts.add(exchange.getRequestHeaders().getFirst("Statement-Timeout"));
            exchange.sendResponseHeaders(200, EMPTY.length);
            exchange.getResponseBody().write(EMPTY);
            exchange.close();
        });
        server.createContext("/stalls/exec", exchange -> exchange.sendResponseHeaders(200, EMPTY.length));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aStoreThatStallsAfterItsHeadersDoesNotAnswer() throws IOException {
        // given
        StoreAccount admin = StoreAccount.admin(folder);
        admin.create();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/stalls";
        var query = new StoreQuery(url, admin).withTimeout(Duration.ofSeconds(1));

        // when, then
        assertThatThrownBy(() -> query.execute("SELECT 1"))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store at " + url + " does not answer: is it running?");
    }

    @Test
    void aStatementMayTakeAMinuteUnlessTheCallerAllowsMore() throws IOException {
        // given
        StoreAccount admin = StoreAccount.admin(folder);
        admin.create();
        var query = new StoreQuery("http://127.0.0.1:" + server.getAddress().getPort(), admin);

        // when
        query.execute("SELECT 1");
        query.withTimeout(Duration.ofHours(1)).execute("INSERT INTO copy SELECT * FROM readings");

        // then
        assertThat(timeouts).containsExactly("60000", "3600000");
    }
}
