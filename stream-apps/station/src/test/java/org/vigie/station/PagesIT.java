package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.Principal;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.SseRecorder.RecordedSseEvent;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the API over real HTTP. */
class PagesIT {
    private static final BedStory MONITOR = new WardStory().bed("REA/01", "s1");

    private static final int BEATS = 4;
    /** Milliseconds without a message of the station after which the page says that the stream is cut ({@code stream.js}). */
    private static final long PAGE_IS_CUT_MS = 3000;

    private static final int SECONDS = 5;
    /** The other beds of the demonstration are free, silent or without a monitor. */
    private static final int SENDING_BEDS = 19;

    private final Clock wall = Clock.systemUTC();
    private final WardView ward =
            new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, wall.instant());
    private final RecordedAlertCommands orders = new RecordedAlertCommands();
    private final TestLogin access = new TestLogin(wall);
    private StationWebServer webServer;

    @BeforeEach
    void open() {
        webServer = StationWebServer.open(ward, orders, access.login(), WebAddress.loopback(0), wall);
        Instant now = wall.instant();
        ward.take(admitted("REA/01", "s1", now.minusSeconds(3600)));
        ward.take(MONITOR.at(now).kept("hr", 82).clean());
    }

    @AfterEach
    void close() {
        webServer.close();
    }

    @Test
    void theWardTheAlertsAndTheHealthAreGiven() throws IOException, InterruptedException {
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        assertThat(json("api/ward").at("/beds/0/values/0/value").asDouble()).isEqualTo(82);
        assertThat(json("api/alerts").at("/0/alert").asText()).isEqualTo("a1");
        assertThat(json("api/health").at("/status").asText()).isEqualTo("WATCHING");
    }

    @Test
    void headersNameAUserOnlyInARequestOfTheProxy() throws IOException, InterruptedException {
        var proxy = new TestLogin(wall, new UserHeadersConfig("X-User", "X-Role")).login();
        try (var station = StationWebServer.open(ward, orders, proxy, WebAddress.loopback(0), wall)) {
            var asked = HttpRequest.newBuilder(station.address().resolve("api/user"))
                    .header("X-User", "u-17")
                    .header("X-Role", "nurse");
            var client = HttpClient.newHttpClient();
            assertThat(client.send(asked.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            var named = asked.header(
                            "Authorization", "Bearer " + proxy.token("proxy").reveal())
                    .build();
            assertThat(SseRecorder.json(
                                    client.send(named, BodyHandlers.ofString()).body())
                            .at("/name")
                            .asText())
                    .isEqualTo("u-17");
        }
    }

    @Test
    void theHealthAnswerReportsThatAlarmsAreNotComputed() throws IOException, InterruptedException {
        var early = new WardView(
                StalenessConfig.defaults(), List.of(), 1, wall.instant().minusSeconds(200));
        for (int second = 200; second >= 0; second -= 20) {
            Instant at = wall.instant().minusSeconds(second);
            early.take(MONITOR.at(at).kept("hr", 82).clean());
        }
        try (var station = StationWebServer.open(early, orders, access.login(), WebAddress.loopback(0), wall)) {
            var health = SseRecorder.json(HttpClient.newHttpClient()
                    .send(
                            TestLogin.request(station.address().resolve("api/health"), "nurse")
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
            assertThat(health.at("/status").asText()).isEqualTo("ALARMS_NOT_COMPUTED");
            assertThat(health.at("/clock/noAlarmsSince").asLong()).isPositive();
        }
    }

    @Test
    void aTrendIsGivenForABedWithASlashInItsName() throws IOException, InterruptedException {
        assertThat(json("api/beds/REA/01/trend?hours=6").at("/lines/0/variable").asText())
                .isEqualTo("hr");
        assertThat(get("api/beds/REA/99/trend").statusCode()).isEqualTo(404);
        assertThat(get("api/beds/REA/01/trend?hours=49").statusCode()).isEqualTo(400);
    }

    @Test
    void aBrowserReceivesTheWholeWardThenEachChangeThenTheClockEverySecond() throws IOException, InterruptedException {
        try (var events = SseRecorder.of(webServer.address(), "nurse")) {
            // given
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !events.named("snapshot").isEmpty());

            // when
            Instant now = wall.instant();
            ward.take(MONITOR.at(now).kept("hr", 99).clean());
            ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.LOW, now));

            // then
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            events.any("bed", bed -> bed.at("/values/0/value").asDouble() == 99)
                                    && events.any(
                                            "alert",
                                            alert -> alert.at("/alert").asText().equals("a2")));
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> events.named("pulse").size() >= BEATS);
            assertThat(events.named("pulse").get(0).data().at("/clock/watched").asBoolean())
                    .isTrue();
            assertThat(usualGap(events.named("pulse")))
                    .as("ms between two beats, by the station's own clock")
                    .isLessThan(PAGE_IS_CUT_MS);
        }
    }

    /** Returns the lower median: a stalled machine makes some gaps longer, a station that sends too seldom makes all of them so. */
    private static long usualGap(List<RecordedSseEvent> pulses) {
        List<Long> gaps = IntStream.range(1, BEATS)
                .mapToObj(beat -> sent(pulses.get(beat)) - sent(pulses.get(beat - 1)))
                .sorted()
                .toList();
        return gaps.get((gaps.size() - 1) / 2);
    }

    private static long sent(RecordedSseEvent pulse) {
        return pulse.data().at("/sent").asLong();
    }

    @Test
    void aPageWhoseConnectionWasCutGetsWhatItMissedAndNoSnapshot() throws IOException, InterruptedException {
        // given
        String lastId = idAfterTheFirstPulse();

        // when
        ward.take(MONITOR.at(wall.instant()).kept("hr", 99).clean());

        // then
        try (var again = SseRecorder.after(webServer.address(), "nurse", lastId)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            again.any("bed", bed -> bed.at("/values/0/value").asDouble() == 99));
            assertThat(again.named("snapshot")).isEmpty();
        }
        // of another reader the id means nothing
        try (var other = SseRecorder.after(webServer.address(), "nurse-REA", lastId)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !other.named("snapshot").isEmpty());
        }
    }

    private String idAfterTheFirstPulse() throws IOException, InterruptedException {
        try (var events = SseRecorder.of(webServer.address(), "nurse")) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !events.named("pulse").isEmpty());
            return events.lastId();
        }
    }

    /** One value a second of each bed, and the heartbeat of that second. */
    @Test
    void aPageOfTwentyFourBedsReceivesLessThanThirtyKilobytesASecond() throws IOException, InterruptedException {
        // given
        Instant now = wall.instant();
        var story = new DemoWard(ward, now, now);
        story.fill();
        try (var events = SseRecorder.compressed(webServer.address(), "nurse")) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !events.named("snapshot").isEmpty());
            long before = events.bytes();
            int bedsBefore = events.named("bed").size();
            int pulsesBefore = events.named("pulse").size();

            // when
            for (int second = 1; second <= SECONDS; second++) {
                int beds = bedsBefore + second * SENDING_BEDS;
                story.second(now.plusSeconds(second));
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> events.named("bed").size() >= beds);
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> events.named("pulse").size() >= pulsesBefore + SECONDS);

            // then
            double aBed = (double) (events.bytes() - before) / SECONDS / SENDING_BEDS;
            assertThat(24 * aBed).as("bytes a second of 24 beds").isLessThan(30_000);
        }
    }

    @Test
    void everyAnswerForbidsForeignAndInlineScripts() throws IOException, InterruptedException {
        for (String path : List.of("", "js/main.js", "uplot/uPlot.esm.js", "api/ward", "nothing")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'")
                            .doesNotContain("unsafe"));
        }
        assertThat(get("").body()).doesNotContain("onclick").doesNotContain("style=");
    }

    @Test
    void aForeignNameForThisMachineIsRefused() throws IOException {
        String foreign = "Host: evil.example:" + webServer.address().getPort();
        for (String request : List.of(
                "GET /",
                "GET /js/main.js",
                "GET /uplot/uPlot.esm.js",
                "GET /api/ward",
                "GET /api/stream",
                "GET /nothing",
                "HEAD /",
                "POST /api/orders",
                "OPTIONS /api/orders",
                "DELETE /")) {
            assertThat(status(webServer, request, foreign)).as(request).isEqualTo(403);
        }
        String own = "Host: " + webServer.address().getAuthority();
        assertThat(status(webServer, "GET /api/ward", own)).isEqualTo(200);
        assertThat(status(webServer, "GET http://evil.example/api/ward", own)).isBetween(400, 403);
        assertThat(status(webServer, "GET http://evil.example/api/ward", foreign))
                .isBetween(400, 403);
        assertThat(status(webServer, "GET /api/ward", own, foreign)).isBetween(400, 403);
        assertThat(status(webServer, "GET /api/ward", "X-Nothing: 1")).isEqualTo(400);
        assertThat(status(webServer, "TRACE /", foreign)).isBetween(400, 405);
    }

    @Test
    void onAPublicAddressOnlyConfiguredNamesAreAnswered() throws IOException {
        var open = new WebAddress("0.0.0.0", 0, List.of());
        try (var station = StationWebServer.open(ward, orders, access.login(), open, wall)) {
            int port = station.address().getPort();
            assertThat(status(station, "GET /api/ward", "Host: localhost:" + port))
                    .isEqualTo(200);
            assertThat(status(station, "GET /api/ward", "Host: evil.example:" + port))
                    .isEqualTo(403);
            assertThat(status(station, "GET /api/ward", "Host: icu.example")).isEqualTo(403);
            assertThat(status(
                            station,
                            "POST /api/orders",
                            "Host: evil.example:" + port,
                            "Origin: http://evil.example:" + port,
                            "Content-Type: application/json"))
                    .isEqualTo(403);
        }
        var named = new WebAddress("0.0.0.0", 0, List.of("icu.example"));
        try (var station = StationWebServer.open(ward, orders, access.login(), named, wall)) {
            assertThat(status(station, "GET /api/ward", "Host: icu.example", "Origin: https://icu.example"))
                    .isEqualTo(200);
            assertThat(status(station, "GET /api/ward", "Host: evil.example")).isEqualTo(403);
        }
    }

    @Test
    void aLinkOnAnotherSiteOpensThePageButNoOtherSiteReadsIt() throws IOException {
        String own = "Host: " + webServer.address().getAuthority();
        String referer = "Referer: http://wiki.example/icu";
        String site = "Sec-Fetch-Site: cross-site";

        assertThat(status(
                        webServer, "GET /", own, referer, site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"))
                .isEqualTo(200);
        assertThat(status(webServer, "GET /", own, referer, site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"))
                .isEqualTo(403);
        assertThat(status(webServer, "GET /api/ward", own, site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"))
                .isEqualTo(403);
        assertThat(status(webServer, "GET /api/ward", own, "Origin: null")).isEqualTo(403);
    }

    @Test
    void anOrderIsSentWithTheNameOfItsUser() throws IOException, InterruptedException {
        var answer = order("application/json", "http://" + webServer.address().getAuthority(), """
                {"stay": "s1", "alert": "a1", "kind": "PAUSE_AUDIO", "minutes": 2}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(SseRecorder.json(answer.body()).at("/status").asText()).isEqualTo("OBEYED");
        assertThat(orders.users()).extracting(Principal::name).containsExactly("nurse");
        assertThat(orders.forms().get(0).minutes()).isEqualTo(2);
    }

    @Test
    void anOrderThatIsNotOneIsRefusedNamingTheField() throws IOException, InterruptedException {
        var answer = order("application/json", "", """
                {"stay": "s1", "kind": "SILENCE"}""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("kind: must be one of", "was SILENCE");
        assertThat(order("application/json", "", "no JSON").statusCode()).isEqualTo(400);
        assertThat(orders.forms()).isEmpty();
    }

    @Test
    void noOtherPageCanOrderInAUsersName() throws IOException, InterruptedException {
        String form = """
                {"stay": "s1", "alert": "a1", "kind": "ACKNOWLEDGE"}""";
        assertThat(order("application/json", "https://evil.example", form).statusCode())
                .isEqualTo(403);
        assertThat(order("text/plain", "", form).statusCode()).isEqualTo(415);
        assertThat(orders.forms()).isEmpty();
    }

    private static int status(StationWebServer station, String request, String... headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), station.address().getPort())) {
            socket.setSoTimeout(180_000);
            String head = request + " HTTP/1.1\r\nAuthorization: " + TestLogin.bearer("nurse") + "\r\n"
                    + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }

    /** @param origin empty for none */
    private HttpResponse<String> order(String type, String origin, String form)
            throws IOException, InterruptedException {
        var request = TestLogin.request(webServer.address().resolve("api/orders"), "nurse")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(form));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return SseRecorder.json(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        TestLogin.request(webServer.address().resolve(path), "nurse")
                                .build(),
                        BodyHandlers.ofString());
    }
}
