package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.station.MovableClock;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.StationLogin;
import org.vigie.station.ward.WardView;

/** Tests the session of a browser over real HTTP: its cookie, its lock, its end, its user, and its streams. */
class StationSessionIT {
    private static final String ACKNOWLEDGE = "{\"stay\": \"s1\", \"alert\": \"a1\", \"kind\": \"ACKNOWLEDGE\"}";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MovableClock wall = new MovableClock();
    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, wall.instant());
    private final TestLogin access = new TestLogin(wall);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<InputStream> streams = new ArrayList<>();
    private StationWebServer station;
    private String cookie = "";

    @BeforeEach
    void open() {
        ward.take(StationRecords.admitted("REA/01", "s1", wall.instant().minusSeconds(60)));
        station = open(access.login());
    }

    private StationWebServer open(StationLogin login) {
        return open(login, 0);
    }

    private StationWebServer open(StationLogin login, int port) {
        return StationWebServer.open(ward, new RecordedAlertCommands(), login, WebAddress.loopback(port), wall);
    }

    @AfterEach
    void close() throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
        station.close();
    }

    @Test
    void theLinkWorksOnceAndItsCookieIsForThisSiteAlone() throws Exception {
        // given
        String link = station.loginAddress().toString();

        // when
        HttpResponse<String> first = send(HttpRequest.newBuilder(URI.create(link)));
        HttpResponse<String> second = send(HttpRequest.newBuilder(URI.create(link)));

        // then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserWithoutALogInIsToldHowToLogIn() throws Exception {
        // when
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(station.address()).header("Accept", "text/html,*/*"));

        // then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Connexion nécessaire", "You need to log in");
    }

    @Test
    void aCommandNeedsTheTokenThatOnlyThePageKnows() throws Exception {
        // when
        login();

        // then
        assertThat(post("api/orders", ACKNOWLEDGE, "").statusCode()).isEqualTo(403);
        assertThat(post("api/orders", ACKNOWLEDGE, "wrong").statusCode()).isEqualTo(403);
        assertThat(post("api/orders", ACKNOWLEDGE, csrf()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleInTheRequestIsRefused() throws Exception {
        // given
        login();
        String form = "{\"stay\": \"s1\", \"alert\": \"a1\", \"kind\": \"ACKNOWLEDGE\", \"role\": \"physician\"}";

        // when, then
        assertThat(post("api/orders", form, csrf()).statusCode()).isEqualTo(400);
    }

    @Test
    void anIdleSessionGoesOnShowingTheWardAndTakesNoCommandUntilThePinIsGiven() throws Exception {
        // given
        login();
        String csrf = csrf();

        // when
        wall.move(Duration.ofMinutes(15));

        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(200);
        assertThat(user().path("locked").asBoolean()).isTrue();
        assertThat(get("api/beds/REA/01/trend").statusCode()).isEqualTo(403);
        assertThat(post("api/orders", ACKNOWLEDGE, csrf).statusCode()).isEqualTo(403);

        // when
        keep(post("api/session/user", "{\"name\": \"CD\", \"pin\": \"123456\"}", csrf));

        // then
        assertThat(user().path("role").asText()).isEqualTo("physician");
        assertThat(post("api/orders", ACKNOWLEDGE, csrf()).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPinChangesNothing() throws Exception {
        // when
        login();

        // then
        assertThat(post("api/session/user", "{\"name\": \"CD\", \"pin\": \"000000\"}", csrf())
                        .statusCode())
                .isEqualTo(401);
        assertThat(user().path("name").asText()).isEqualTo("AB");
    }

    @Test
    void eachLogInAndEachWrongPinIsRecorded() throws Exception {
        // when
        login();
        post("api/session/user", "{\"name\": \"CD\", \"pin\": \"000000\"}", csrf());
        keep(post("api/session/user", "{\"name\": \"CD\", \"pin\": \"123456\"}", csrf()));

        // then
        assertThat(access.recorded())
                .filteredOn(each -> each.attempt().operation() == AccessOperation.LOG_IN)
                .extracting(each ->
                        each.attempt().who().name() + " " + each.attempt().detail() + " " + each.decision())
                .containsExactly(
                        "AB one-time link PERMITTED", "AB PIN of another user SECRET_WRONG", "CD PIN PERMITTED");
    }

    @Test
    void aWrongLinkIsRecordedAndManyOfThemDoNotFillTheTrail() throws Exception {
        // when
        for (int link = 0; link < 20; link++) {
            send(HttpRequest.newBuilder(station.address().resolve("login?code=wrong" + link)));
        }

        // then
        assertThat(access.recorded())
                .hasSize(5)
                .extracting(each ->
                        each.attempt().who().name() + " " + each.attempt().detail() + " " + each.decision())
                .containsOnly("unknown one-time link SECRET_WRONG");
    }

    @Test
    void aSessionEndsByItsButtonAndAfterTwelveHours() throws Exception {
        // given
        login();
        // when
        post("api/session/end", "{}", csrf());
        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(401);

        // when
        login();
        wall.move(Duration.ofHours(12));
        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(401);
    }

    @Test
    void aWallScreenStaysLoggedInWhenItsBrowserStartsAgain() throws Exception {
        // given
        login();

        // when
        var answer = post("api/session/user", "{\"name\": \"MUR\", \"pin\": \"123456\"}", csrf());

        // then
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=34560000");

        // when
        keep(answer);
        wall.move(Duration.ofDays(30));

        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(200);
    }

    @Test
    void twoStationsOfOneMachineHaveCookiesOfTheirOwn() throws Exception {
        // given
        login();
        String first = cookie;

        // when, then
        try (var second = open(new TestLogin(wall).login())) {
            keep(send(HttpRequest.newBuilder(second.loginAddress())));
        }

        assertThat(cookie.split("=", 2)[0]).isNotEqualTo(first.split("=", 2)[0]);
    }

    @Test
    void aSessionOutlivesARestartOfTheStation() throws Exception {
        // given
        login();
        int port = station.address().getPort();

        // when
        station.close();
        station = open(access.restarted(), port);

        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(200);
    }

    @Test
    void brokenGlassShowsAnotherUnitAndIsRecorded() throws Exception {
        login();
        keep(post("api/session/user", "{\"name\": \"GH\", \"pin\": \"123456\"}", csrf()));
        assertThat(get("api/ward").statusCode()).isEqualTo(403);

        // when
        post("api/session/emergency", "{\"unit\": \"REA\", \"reason\": \"arrêt cardiaque\"}", csrf());

        // then
        assertThat(JSON.readTree(get("api/ward").body()).at("/beds/0/bed").asText())
                .isEqualTo("REA/01");
        assertThat(access.recorded()).anySatisfy(each -> {
            assertThat(each.attempt().detail()).isEqualTo("arrêt cardiaque");
            assertThat(each.attempt().who().name()).isEqualTo("GH");
        });
    }

    @Test
    void aTokenOfTwoUnitsSeesOnlyTheBedsOfTheUnitsItHas() throws Exception {
        // given
        ward.take(StationRecords.admitted("CARDIO/01", "s2", wall.instant().minusSeconds(60)));

        // when
        var beds = JSON.readTree(send(TestLogin.request(station.address().resolve("api/ward"), "nurse-REA"))
                        .body())
                .path("beds");

        // then
        assertThat(beds).hasSize(1);
        assertThat(beds.at("/0/bed").asText()).isEqualTo("REA/01");
    }

    @Test
    void aHundredIdleStreamsOfOneUserShutNobodyOut() throws Exception {
        // given
        for (int stream = 0; stream < 100; stream++) {
            listen("nurse-REA");
        }
        // when
        await().atMost(TIMEOUT).until(() -> station.openStreams() <= SseBroadcaster.MOST_OF_ONE_SESSION);

        // then
        assertThat(listen("physician-REA")).isEqualTo(200);
    }

    @Test
    void theStreamOfASessionThatEndedIsCut() throws Exception {
        // when
        login();
        // then
        assertThat(stream(request("api/stream"))).isEqualTo(200);
        await().atMost(TIMEOUT).until(() -> station.openStreams() == 1);

        post("api/session/end", "{}", csrf());

        await().atMost(TIMEOUT).until(() -> station.openStreams() == 0);
    }

    @Test
    void tooManyRequestsOfOneProgramAreRefused() throws Exception {
        // given: no minute ends while a slow machine sends the requests
        wall.stop();

        // when
        for (int sent = 0; sent < RequestRateLimit.MOST; sent++) {
            get("api/health", "service");
        }

        // then
        assertThat(get("api/health", "service")).isEqualTo(429);
        assertThat(get("api/health", "nurse")).isEqualTo(200);
    }

    private void login() throws Exception {
        keep(send(HttpRequest.newBuilder(station.loginAddress())));
    }

    private void keep(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private JsonNode user() throws Exception {
        return JSON.readTree(get("api/user").body());
    }

    private String csrf() throws Exception {
        return user().path("csrf").asText();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private int get(String path, String token) throws Exception {
        return send(TestLogin.request(station.address().resolve(path), token)).statusCode();
    }

    private HttpResponse<String> post(String path, String body, String csrf) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Vigie-Csrf", csrf)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(station.address().resolve(path)).header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private int listen(String token) throws Exception {
        return stream(TestLogin.request(station.address().resolve("api/stream"), token));
    }

    private int stream(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        streams.add(answer.body());
        return answer.statusCode();
    }
}
