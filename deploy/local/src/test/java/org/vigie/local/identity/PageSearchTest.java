package org.vigie.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageSearchTest {
    private final PageSearch search = new PageSearch(new ByteSearch(new SearchedIdentities(List.of("Dupont"))));
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/metrics", 200, "readings 1");
        answer("/health", 503, "Dupont waits");
        answer("/empty", 503, "");
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aPageThatFailsIsSearchedToo() throws IOException {
        // when
        SearchedPlaces searched = search.search(List.of(page("/metrics"), page("/health"), page("/empty")));

        // then
        assertThat(searched.places()).isEqualTo(3);
        assertThat(searched.found())
                .singleElement()
                .satisfies(place -> assertThat(place.place()).endsWith("/health"));
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
