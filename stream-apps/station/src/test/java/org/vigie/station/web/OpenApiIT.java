package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.RouteOperation;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.DemoWard;
import org.vigie.station.PastWardStory;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.SseRecorder;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.replay.ReplaySteeringResponse;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.OpenApiDocument.ApiOperation;

/** Compares the OpenAPI description with the router, and every answer and event with its schema. */
class OpenApiIT {
    private static final Set<HandlerType> ANSWERING = Set.of(HandlerType.GET, HandlerType.POST);
    /** Statuses that need a broken part, a provider of log-ins or a flood of requests; other tests provoke them. */
    private static final Set<String> UNPROVOKED = Set.of("302", "429", "503");
    /** The answer of a log-in at a provider; {@link OidcLoginIT} has one. */
    private static final String AT_PROVIDER = "/login/callback";

    private final Clock wall = Clock.systemUTC();
    private final Instant start = Instant.now();
    private final WardView ward = emptyWard();
    private final TestLogin access = new TestLogin(wall);
    private StationWebServer station;
    private StationWebServer replay;
    private OpenApiDocument document;

    @BeforeEach
    void open() throws IOException {
        document = new OpenApiDocument();
        new DemoWard(ward, start, start).fill();
        var past = new PastWardStory(WardViewConfig.of(StalenessConfig.defaults()));
        var served = new ServedWard(ward, BedWatchdog.ofReadPartitions(start), Optional.of(past::at), Optional.empty());
        station = StationWebServer.open(
                served, new RecordedAlertCommands(), access.login(), WebAddress.loopback(0), wall);
        WardView replayed = emptyWard();
        new DemoWard(replayed, start, start).fill();
        replay = StationWebServer.openReplay(
                replayed,
                (request, user) -> CompletableFuture.completedFuture(new ReplaySteeringResponse("OBEYED", null)),
                access.login(),
                WebAddress.loopback(0),
                wall,
                wall);
    }

    @AfterEach
    void close() {
        station.close();
        replay.close();
    }

    @Test
    void theDocumentDescribesEveryRouteOfTheRouterWithItsRightAndNoOther() {
        // when
        Stream<Endpoint> ofReplay = replay.routes().stream().filter(route -> route.path.equals("/api/replay"));
        List<String> routes = Stream.concat(station.routes().stream(), ofReplay)
                .filter(route -> ANSWERING.contains(route.method))
                .map(OpenApiIT::asDescribed)
                .toList();
        // then
        assertThat(document.operations())
                .extracting(each -> (each + " " + each.right()).trim())
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyAnswerHasADescribedStatusAndTheDescribedForm() throws Exception {
        for (ApiOperation operation : document.operations()) {
            // when
            Set<String> seen = new TreeSet<>();
            for (HttpResponse<String> answer : answers(operation)) {
                assertThat(problems(operation, answer))
                        .as(operation + " " + answer)
                        .isEmpty();
                seen.add(String.valueOf(answer.statusCode()));
            }
            // then
            Set<String> provoked = new TreeSet<>(operation.statuses());
            provoked.removeAll(UNPROVOKED);
            if (!operation.path().equals(AT_PROVIDER)) {
                assertThat(seen).as(operation.toString()).isEqualTo(provoked);
            }
        }
    }

    private WardView emptyWard() {
        return new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, start);
    }

    /** Asks the page of a ward, and that of a replay, which steers and refuses commands. */
    private List<HttpResponse<String>> answers(ApiOperation operation) throws Exception {
        return switch (operation.path()) {
            case "/api/replay" -> new ApiRequests(replay).all(operation);
            case "/api/orders" ->
                Stream.concat(
                                new ApiRequests(station).all(operation).stream(),
                                new ApiRequests(replay).all(operation).stream())
                        .toList();
            default -> new ApiRequests(station).all(operation);
        };
    }

    @Test
    void everyEventOfTheStreamHasTheDescribedForm() throws Exception {
        // given
        JsonNode events = document.operations().stream()
                .filter(operation -> operation.path().equals("/api/stream"))
                .findFirst()
                .orElseThrow()
                .body()
                .path("x-events");
        // when
        try (var stream = SseRecorder.of(station.address(), "nurse")) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !stream.named("snapshot").isEmpty());
            new DemoWard(ward, start, start).second(Instant.now());
            ward.take(StationRecords.raised("a99", "REA/05", "S-4285", AlarmPriorityRecord.LOW, Instant.now()));
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> Stream.of("bed", "alert", "pulse")
                            .noneMatch(name -> stream.named(name).isEmpty()));
            // then
            for (var event : events.properties()) {
                assertThat(stream.named(event.getKey()))
                        .isNotEmpty()
                        .allSatisfy(sent -> assertThat(document.problems(event.getValue(), sent.data()))
                                .as(event.getKey())
                                .isEmpty());
            }
        }
    }

    @Test
    void theStationServesItsDescription() throws Exception {
        // when
        HttpResponse<String> answer = new ApiRequests(station).get("/api/openapi.yaml", TestLogin.bearer("nurse"));
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(answer.body()).startsWith("openapi: 3.1.0");
    }

    private List<String> problems(ApiOperation operation, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return document.schema(operation, answer.statusCode(), type)
                .map(schema -> type.startsWith("application/json")
                        ? document.problems(schema, ApiRequests.json(answer.body()))
                        : List.<String>of())
                .orElseGet(() -> List.of("not described: " + answer.statusCode() + " " + type));
    }

    private static String asDescribed(Endpoint route) {
        String right = RouteOperation.among(RouteOperation.roles(route))
                .map(AccessOperation::name)
                .orElse("");
        String path = route.path.replace('<', '{').replace('>', '}');
        return (route.method.name().toLowerCase(Locale.ROOT) + " " + path + " " + right).trim();
    }
}
