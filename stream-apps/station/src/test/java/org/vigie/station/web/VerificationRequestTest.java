package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.passport.VerifiedKind;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.WardStory;

/** Tests who may let a result be computed again, and what the answer tells. */
class VerificationRequestTest {
    private static final String SCORE = "/api/beds/REA/01/verification";
    private static final String ALERT = "/api/alerts/a1/verification";

    private final Clock wall = Clock.systemUTC();
    private final TestLogin access = new TestLogin(wall);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private StationWebServer station;

    private void open(WardViewConfig settings, Optional<ResultVerifier> verifier) {
        Instant now = wall.instant();
        var ward = new WardView(settings, List.of(), 1, now);
        ward.take(StationRecords.admitted("REA/01", "s1", now.minusSeconds(3_600)));
        ward.take(StationRecords.admitted("CARDIO/01", "s2", now.minusSeconds(3_600)));
        ward.take(new WardStory().bed("REA/01", "s1").at(now).kept("hr", 82).clean());
        ward.take(StationRecords.risk("REA/01", "s1", 0.31, 0.3, now));
        ward.take(StationRecords.raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, now));
        var served = new ServedWard(ward, BedWatchdog.ofReadPartitions(now), Optional.empty(), verifier);
        station = StationWebServer.open(
                served, new RecordedAlertCommands(), access.login(), WebAddress.loopback(0), wall);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private ResultVerification differing(VerifiedKind kind, String id) {
        asked.add(kind + " " + id);
        return new ResultVerification(
                id,
                "DIFF",
                "survival 2",
                List.of("w-0-7"),
                "probability: recorded 0.31, computed 0.32",
                kind.command(id));
    }

    @Test
    void aPhysicianGetsTheFirstFieldThatDiffersAndTheReadIsAudited() throws Exception {
        // given
        open(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), Optional.of(this::differing));

        // when
        HttpResponse<String> score = get(SCORE, "physician-REA");
        HttpResponse<String> alert = get(ALERT, "physician-REA");

        // then
        assertThat(score.body()).contains("\"outcome\":\"DIFF\"", "./vigie verify score s1:3");
        assertThat(alert.body()).contains("./vigie verify alert a1");
        assertThat(asked).containsExactly("SCORE s1:3", "ALERT a1");
        assertThat(access.recorded())
                .extracting(each ->
                        each.attempt().operation() + " " + each.attempt().patient())
                .containsExactly("VERIFY_RESULT REA/01", "VERIFY_RESULT REA/01");
    }

    @Test
    void onlyRolesThatMayVerifyAndOnlyOfTheUnitGetAnAnswer() throws Exception {
        // given
        open(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), Optional.of(this::differing));

        // then
        for (String refused : List.of("nurse", "wall-screen", "service", "admin", "analyst-REA", "physician-CARDIO")) {
            assertThat(get(SCORE, refused).statusCode()).as(refused).isEqualTo(403);
            assertThat(get(ALERT, refused).statusCode()).as(refused).isEqualTo(403);
        }
        for (String permitted : List.of("physician", "charge-nurse")) {
            assertThat(get(SCORE, permitted).statusCode()).as(permitted).isEqualTo(200);
        }
        assertThat(access.recorded())
                .extracting(each -> each.attempt().operation())
                .containsOnly(AccessOperation.VERIFY_RESULT);
    }

    @Test
    void aScoreThatWaitsForAnEstimateIsNotToldByItsDifference() throws Exception {
        // given
        open(WardViewConfig.of(StalenessConfig.defaults()), Optional.of(this::differing));

        // when
        HttpResponse<String> answer = get(SCORE, "physician");

        // then
        assertThat(answer.body())
                .contains("\"outcome\":\"DIFF\"", "\"reason\":\"probability\"")
                .doesNotContain("0.31", "0.32");
    }

    @Test
    void withoutAReplayBesideTheStationTheAnswerIsTheCommand() throws Exception {
        // given
        open(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), Optional.empty());

        // then
        assertThat(get(SCORE, "physician").body())
                .contains("\"outcome\":\"UNKNOWN\"", "this station cannot compute it", "./vigie verify score s1:3");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        // given
        open(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), Optional.of(this::differing));

        // then
        assertThat(get("/api/beds/CARDIO/01/verification", "physician").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/alerts/a9/verification", "physician").statusCode()).isEqualTo(404);
        assertThat(asked).isEmpty();
    }

    @Test
    void aFailureIsToldAndASecondResultWaitsForTheFirst() throws Exception {
        // given
        var mayAnswer = new CountDownLatch(1);
        open(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), Optional.of((kind, id) -> {
            asked.add(id);
            await().atMost(Duration.ofMinutes(5)).until(() -> mayAnswer.getCount() == 0);
            throw new IllegalStateException("no model server");
        }));
        var first = CompletableFuture.supplyAsync(() -> answered(SCORE));
        await().atMost(Duration.ofMinutes(5)).until(() -> !asked.isEmpty());

        // when
        int second = get(ALERT, "physician").statusCode();
        mayAnswer.countDown();

        // then
        assertThat(second).isEqualTo(503);
        assertThat(first.join()).contains("\"outcome\":\"UNKNOWN\"", "no model server", "./vigie verify score s1:3");
    }

    private String answered(String path) {
        try {
            return get(path, "physician").body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = TestLogin.request(station.address().resolve(path), token).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
