package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.sink.row.StoreTables;

class StoreSchemaTest {
    private HttpServer store;
    private String answer;

    @BeforeEach
    void startStore() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/exec", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        store.start();
    }

    @AfterEach
    void stopStore() {
        store.stop(0);
    }

    @Test
    void aStoreThatIsBusyWithATableIsTriedAgain() {
        // given
        answer = "{\"error\":\"[0]: Metadata read timeout [src=reader, timeout=1000ms]\"}";

        // when, then
        assertThatExceptionOfType(DependencyUnavailableException.class)
                .isThrownBy(() -> schema().create())
                .withMessageContaining("is busy");
    }

    @Test
    void aStatementThatTheStoreDoesNotKnowIsRefused() {
        // given
        answer = "{\"error\":\"unexpected token\"}";

        // when, then
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> schema().create())
                .withMessageContaining("unexpected token");
    }

    private StoreSchema schema() {
        var endpoint =
                new StoreEndpoint("http://127.0.0.1:" + store.getAddress().getPort(), "admin", Optional.empty());
        return new StoreSchema(endpoint, StoreTables.in("ward"));
    }
}
