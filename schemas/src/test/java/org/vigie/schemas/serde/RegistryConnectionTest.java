package org.vigie.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests how the client of the registry logs in, at a server that keeps the header of each request. */
class RegistryConnectionTest {
    @TempDir
    private Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            received.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void theTokenOfTheWardIsSentUnlessTheSettingsHaveALogIn() throws IOException {
        // given
        Files.writeString(folder.resolve("ward"), "5mJqs service *\n");

        // when
        register(Map.of());
        register(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "vigie:word"));
        register(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "ey1"));

        // then
        assertThat(received).containsExactly("Bearer 5mJqs", "Basic dmlnaWU6d29yZA==", "Bearer ey1");
    }

    private void register(Map<String, String> settings) {
        var connection = new RegistryConnection(
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                folder.resolve("ward").toString(),
                ClientTlsConfig.defaults(),
                settings);
        new AvroSerdes(connection).register(TopicCatalogue.in("ward", 1).auditEvents());
    }
}
