package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.http.RefusedRequest;

/** Walks every route of the registry, without a token, with a reader and with a writer. */
class RegistryAccessTest {
    private final SchemaRegistry registry = new SchemaRegistry(new SchemaSubjects(), entry -> {});
    private final RegistryServer server = RegistryServer.bind(RegistryAddress.loopback(0));
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void start() {
        server.serve(registry, this::refusal);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Optional<RefusedRequest> refusal(String authorization, boolean change, String route) {
        asked.add(route);
        if (authorization.isEmpty()) {
            return Optional.of(new RefusedRequest(401, "no token"));
        }
        return change && authorization.equals("Bearer reader")
                ? Optional.of(new RefusedRequest(403, "may only read"))
                : Optional.empty();
    }

    @Test
    void withoutATokenEveryRouteAnswers401() throws Exception {
        // given
        List<RegistryRoute> routes = RegistryServer.routes(registry);

        // then
        assertThat(routes).hasSizeGreaterThanOrEqualTo(25);
        for (RegistryRoute route : routes) {
            assertThat(status(route, "")).as(route.toString()).isEqualTo(401);
        }
        assertThat(asked).hasSameSizeAs(routes);
    }

    @Test
    void aReaderChangesNothing() throws Exception {
        for (RegistryRoute route : RegistryServer.routes(registry)) {
            assertThat(status(route, "Bearer reader") == 403)
                    .as(route.toString())
                    .isEqualTo(route.isChange());
            assertThat(status(route, "Bearer writer")).as(route.toString()).isNotEqualTo(403);
        }
    }

    @Test
    void onlyLookingUpAndTestingASchemaAreReadingPosts() {
        assertThat(RegistryServer.routes(registry).stream().filter(route -> !route.isChange()))
                .filteredOn(route -> !route.method().equals("GET"))
                .extracting(route -> route.method() + " /" + String.join("/", route.places()))
                .containsExactlyInAnyOrder(
                        "POST /subjects/*",
                        "POST /compatibility/subjects/*/versions",
                        "POST /compatibility/subjects/*/versions/*");
    }

    private int status(RegistryRoute route, String authorization) throws IOException, InterruptedException {
        String path = "/" + String.join("/", route.places()).replace("*", "1");
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(route.method(), BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
