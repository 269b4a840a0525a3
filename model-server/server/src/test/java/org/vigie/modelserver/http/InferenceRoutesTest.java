package org.vigie.modelserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditedAccess;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.OpenRoute;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.access.server.RouteOperation;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ModelRepository;

/** Walks every route of the model server's router, without a token and with each role. The server holds no model. */
class InferenceRoutesTest {
    @TempDir
    Path folder;

    private final List<AuditedAccess> audit = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private ApiTokens tokens;
    private ModelRepository models;
    private HttpEndpoint server;

    @BeforeEach
    void start() {
        var access = ProgramAccessConfig.in(folder.resolve("access"));
        var config = ModelServerConfig.defaults().withPorts(0, 0).withAccess(access);
        models = ModelRepository.load(folder, config);
        tokens = new ApiTokens(access.tokens());
        server = HttpEndpoint.start(
                new InferenceService(models, config),
                config,
                new ProgramAccess(access, audit::add, InstantSource.system()),
                Optional.empty());
    }

    @AfterEach
    void stop() {
        server.close();
        models.close();
    }

    @Test
    void onlyTheHealthIsOpen() {
        assertThat(server.routes())
                .filteredOn(route -> RouteOperation.roles(route).contains(OpenRoute.HEALTH))
                .extracting(route -> route.path)
                .containsExactlyInAnyOrder("/v2/health/live", "/v2/health/ready");
        assertThat(guarded()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void withoutATokenEveryOtherRouteAnswers401() throws Exception {
        for (Endpoint route : guarded()) {
            assertThat(status(route, "")).as(route.path).isEqualTo(401);
            assertThat(status(route, "Bearer nobody")).as(route.path).isEqualTo(401);
        }
    }

    @Test
    void eachRoleMayDoWhatThePolicyGrantsAndNothingElse() throws Exception {
        for (AccessRole role : AccessRole.values()) {
            String token = "Bearer " + tokens.own(role.word(), role).reveal();
            for (Endpoint route : guarded()) {
                boolean granted = AccessPolicy.standard().permits(Set.of(role), operation(route));

                assertThat(status(route, token) != 403)
                        .as(role + " " + route.path)
                        .isEqualTo(granted);
            }
        }
    }

    @Test
    void aRefusalIsAuditedWithItsRoute() throws Exception {
        // given
        String nurse = "Bearer " + tokens.own("nurse", AccessRole.NURSE).reveal();
        Endpoint load = guarded().stream()
                .filter(route -> route.path.endsWith("/load"))
                .findFirst()
                .orElseThrow();

        // when
        status(load, nurse);

        // then
        assertThat(audit)
                .extracting(each ->
                        each.attempt().who().subject() + " " + each.attempt().detail())
                .containsExactly("nurse POST /v2/repository/models/{model}/load");
    }

    private List<Endpoint> guarded() {
        return server.routes().stream()
                .filter(route -> Set.of(HandlerType.GET, HandlerType.POST).contains(route.method))
                .filter(route -> !RouteOperation.roles(route).contains(OpenRoute.HEALTH))
                .toList();
    }

    private static AccessOperation operation(Endpoint route) {
        return RouteOperation.among(RouteOperation.roles(route))
                .orElseThrow(() -> new AssertionError(route.path + " names no operation"));
    }

    private int status(Endpoint route, String authorization) throws IOException, InterruptedException {
        String path = route.path.replace("{model}", "survival").replace("{version}", "1");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(route.method.name(), BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
