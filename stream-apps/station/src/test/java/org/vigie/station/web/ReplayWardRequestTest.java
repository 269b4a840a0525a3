package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.station.MovableClock;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.replay.ReplaySteeringResponse;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;

/** Tests who may read the page of a replay, which shows an earlier time of a ward. */
class ReplayWardRequestTest {
    private final MovableClock wall = new MovableClock();
    private final WardViewConfig settings =
            WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate();
    private final WardView ward = new WardView(settings, List.of(), 1, wall.instant());
    private final TestLogin access = new TestLogin(wall);
    private StationWebServer station;

    @BeforeEach
    void open() {
        ward.take(StationRecords.admitted("REA/01", "s1", wall.instant().minusSeconds(60)));
        ward.take(StationRecords.admitted("CARDIO/01", "s2", wall.instant().minusSeconds(60)));
        station = StationWebServer.openReplay(
                ward,
                (asked, user) -> CompletableFuture.completedFuture(new ReplaySteeringResponse("OBEYED", null)),
                access.login(),
                WebAddress.loopback(0),
                wall,
                Clock.fixed(wall.instant(), wall.getZone()));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void anAnalystSeesTheBedsOfTheOwnUnitsWithoutTheirPatients() throws Exception {
        // when
        HttpResponse<String> nurses = get("/api/ward", "nurse-REA");
        HttpResponse<String> analysts = get("/api/ward", "analyst-REA");

        // then
        assertThat(nurses.body()).as("what the analyst lacks").contains("\"patient\":");
        assertThat(analysts.statusCode()).isEqualTo(200);
        assertThat(analysts.body()).contains("\"bed\":\"REA/01\"").doesNotContain("\"patient\":", "CARDIO");
        assertThat(access.recorded())
                .extracting(recorded -> recorded.attempt().operation() + " " + recorded.decision())
                .containsOnly("READ_PAST PERMITTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/beds/REA/01/trend", "/api/beds/REA/01/history", "/api/beds/REA/01/accesses"})
    void theCourseOfOnePatientStaysRefusedToAnAnalyst(String path) throws Exception {
        assertThat(get(path, "analyst-REA").statusCode()).isEqualTo(403);
    }

    @Test
    void aScreenThatEverybodyReadsShowsTheReplayWithoutPatientsAndSteersNothing() throws Exception {
        // when
        HttpResponse<String> shown = get("/api/ward", "wall-screen");

        // then
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("\"bed\":\"REA/01\"").doesNotContain("\"patient\":");
        assertThat(get("/api/user", "wall-screen").body())
                .contains("\"READ_WARD\"")
                .doesNotContain("STEER_REPLAY");
    }

    @Test
    void aSessionThatIsLockedGoesOnShowingTheReplayWithoutPatients() throws Exception {
        // given
        HttpRequest link = HttpRequest.newBuilder(station.loginAddress()).build();
        String cookie = HttpClient.newHttpClient()
                .send(link, BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        HttpRequest.Builder ward =
                HttpRequest.newBuilder(station.address().resolve("/api/ward")).header("Cookie", cookie);

        // when
        wall.move(Duration.ofMinutes(16));
        HttpResponse<String> locked = HttpClient.newHttpClient().send(ward.build(), BodyHandlers.ofString());

        // then
        assertThat(locked.statusCode()).isEqualTo(200);
        assertThat(locked.body()).contains("\"bed\":\"REA/01\"").doesNotContain("\"patient\":");
    }

    @Test
    void thePageIsToldThatItMayShowTheWardOfTheReplay() throws Exception {
        assertThat(get("/api/user", "analyst-REA").body())
                .contains("\"READ_WARD\"", "\"STEER_REPLAY\"")
                .doesNotContain("\"READ_PAST\"", "\"READ_PATIENT\"");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = TestLogin.request(station.address().resolve(path), token).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
