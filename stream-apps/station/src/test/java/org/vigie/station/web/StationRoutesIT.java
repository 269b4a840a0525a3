package org.vigie.station.web;

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
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.server.RouteOperation;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.BedStays;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.ward.WardView;

/** Walks every route of the station's router, without a log-in, with each role, and with the log-in of another unit. */
class StationRoutesIT {
    private static final Set<HandlerType> ANSWERING = Set.of(HandlerType.GET, HandlerType.POST);
    /** Files of the page that the router does not list. */
    private static final List<String> FILES =
            List.of("/", "/index.html", "/handover.html", "/js/main.js", "/style.css");
    /** A body that each route accepts, so that only the log-in decides. */
    private static final Map<String, String> BODIES = Map.of(
            "/api/orders", "{\"stay\": \"s1\", \"alert\": \"a1\", \"kind\": \"ACKNOWLEDGE\"}",
            "/api/session/emergency", "{\"unit\": \"REA\", \"reason\": \"arrêt cardiaque\"}");
    /** Operations that concern no unit. */
    private static final Set<AccessOperation> OF_NO_UNIT = EnumSet.of(
            AccessOperation.OPEN_PAGE,
            AccessOperation.READ_HEALTH,
            AccessOperation.USE_SESSION,
            AccessOperation.BREAK_GLASS);

    private final Clock wall = Clock.systemUTC();
    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, wall.instant());
    private final TestLogin access = new TestLogin(wall);
    private final HttpClient client = HttpClient.newHttpClient();
    private StationWebServer station;

    @BeforeEach
    void open() {
        BedStays admitted =
                StationRecords.admitted("REA/01", "s1", Instant.now().minusSeconds(60));
        ward.take(admitted);
        ward.take(StationRecords.risk("REA/01", "s1", 0.31, 0.3, wall.instant()));
        ward.take(StationRecords.raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, wall.instant()));
        station =
                StationWebServer.open(ward, new RecordedAlertCommands(), access.login(), WebAddress.loopback(0), wall);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void theRouterHasTheRoutesThatAreWalked() {
        assertThat(guarded()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(station.routes().stream()
                        .filter(StationRoutesIT::isAnswering)
                        .filter(each -> !isGuarded(each)))
                .extracting(route -> route.path)
                .containsExactlyInAnyOrder("/login", "/login/callback", "/login/login.css");
    }

    @Test
    void everyRouteNamesItsOperation() {
        assertThat(guarded()).allSatisfy(route -> assertThat(operation(route)).isNotNull());
    }

    @Test
    void withoutALogInEveryRouteAndEveryFileAnswers401() throws Exception {
        for (Endpoint route : guarded()) {
            assertThat(status(route, "")).as(route.path).isEqualTo(401);
            assertThat(status(route, "Bearer nobody")).as(route.path).isEqualTo(401);
        }
        for (String file : FILES) {
            assertThat(get(file, "")).as(file).isEqualTo(401);
            assertThat(get(file, TestLogin.bearer("nurse"))).as(file).isEqualTo(200);
        }
    }

    @Test
    void withTheLogInOfAnotherUnitEveryRouteOfTheWardAnswers403() throws Exception {
        for (Endpoint route : guarded()) {
            if (!OF_NO_UNIT.contains(operation(route))) {
                assertThat(status(route, TestLogin.bearer("physician-CARDIO")))
                        .as(route.path)
                        .isEqualTo(403);
                assertThat(status(route, TestLogin.bearer("physician-REA")))
                        .as(route.path)
                        .isLessThan(400);
            }
        }
    }

    @Test
    void eachRoleMayDoWhatThePolicyGrantsAndNothingElse() throws Exception {
        // when
        AccessPolicy policy = AccessPolicy.standard();
        // then
        for (AccessRole role : AccessRole.values()) {
            for (Endpoint route : guarded()) {
                int status = status(route, TestLogin.bearer(role.word()));
                if (policy.permits(Set.of(role), operation(route))) {
                    assertThat(status).as(role + " " + route.path).isNotEqualTo(403);
                } else {
                    assertThat(status).as(role + " " + route.path).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void everyRefusalAndEveryReadOfAPatientIsRecorded() throws Exception {
        // given
        get("/api/beds/REA/01/trend", TestLogin.bearer("nurse-REA"));
        // when
        get("/api/beds/REA/01/trend", TestLogin.bearer("nurse-CARDIO"));

        // then
        assertThat(access.recorded())
                .extracting(each ->
                        each.attempt().who().subject() + " " + each.attempt().patient() + " " + each.decision())
                .containsExactly("nurse-REA REA/01 PERMITTED", "nurse-CARDIO REA/01 UNIT_OUT_OF_SCOPE");
    }

    @Test
    void alertNotificationsAskForTheHealthWithTheTokenThatBothKnow(@TempDir Path directory) throws Exception {
        // given
        var config = StationAccessConfig.in(directory).withWatchToken("token-of-this-test");
        station.close();
        var login = new TestLogin(config, wall, UserHeadersConfig.defaults()).login();
        station = StationWebServer.open(ward, new RecordedAlertCommands(), login, WebAddress.loopback(0), wall);

        // then
        assertThat(get("/api/health", "Bearer token-of-this-test")).isEqualTo(200);
        assertThat(get("/api/health", "Bearer token-of-another")).isEqualTo(401);
    }

    private List<Endpoint> guarded() {
        return station.routes().stream()
                .filter(StationRoutesIT::isAnswering)
                .filter(StationRoutesIT::isGuarded)
                .toList();
    }

    private static boolean isAnswering(Endpoint route) {
        return ANSWERING.contains(route.method);
    }

    private static boolean isGuarded(Endpoint route) {
        return !RouteOperation.roles(route).contains(PublicRoute.LOGIN);
    }

    private static AccessOperation operation(Endpoint route) {
        return RouteOperation.among(RouteOperation.roles(route))
                .orElseThrow(() -> new AssertionError(route.path + " names no operation"));
    }

    private int status(Endpoint route, String authorization) throws IOException, InterruptedException {
        String path = route.path.replace("<bed>", "REA/01").replace("<alert>", "a1");
        return route.method.equals(HandlerType.GET)
                ? get(path, authorization)
                : send(request(path, authorization).POST(BodyPublishers.ofString(BODIES.getOrDefault(path, "{}"))));
    }

    private int get(String path, String authorization) throws IOException, InterruptedException {
        return send(request(path, authorization));
    }

    private HttpRequest.Builder request(String path, String authorization) {
        URI address = station.address().resolve(path);
        var request = HttpRequest.newBuilder(address)
                .header("Accept", path.equals("/api/stream") ? "text/event-stream" : "*/*")
                .header("Content-Type", "application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }
}
