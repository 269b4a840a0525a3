package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AuditedAccess;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.MovableClock;
import org.vigie.station.PastWardStory;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.past.ReadDeadline;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;

/** Tests who gets an earlier situation from the station, and when it is refused. */
class PastWardRequestTest {
    private static final String FIVE_MINUTES = "/api/ward?at=PT5M";
    private static final byte[] OF_SCHEMA_1 = {0, 0, 0, 0, 1, 0};

    private final MovableClock wall = new MovableClock();
    private final WardViewConfig settings =
            WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate();
    private final WardView ward = new WardView(settings, List.of(), 1, wall.instant());
    private final TestLogin access = new TestLogin(wall);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private StationWebServer station;

    @BeforeEach
    void open() {
        wall.stop();
        ward.take(StationRecords.admitted("REA/01", "s1", wall.instant().minusSeconds(60)));
        ward.take(StationRecords.admitted("CARDIO/01", "s2", wall.instant().minusSeconds(60)));
        var served = new ServedWard(
                ward, BedWatchdog.ofReadPartitions(wall.instant()), Optional.of(this::past), Optional.empty());
        station = StationWebServer.open(
                served, new RecordedAlertCommands(), access.login(), WebAddress.loopback(0), wall);
    }

    @AfterEach
    void close() {
        mayAnswer.countDown();
        station.close();
    }

    /** Tells the earlier situation; that of an hour ago waits, and that of two hours ago takes too long, and for that of three no registry answers. */
    private PastWardSnapshot past(Instant at, Instant now) {
        Duration before = Duration.between(at, now);
        if (before.toHours() == 1) {
            waiting.incrementAndGet();
            await().atMost(Duration.ofMinutes(5)).until(() -> mayAnswer.getCount() == 0);
        }
        if (before.toHours() == 2) {
            ReadDeadline.after(Duration.ofMinutes(-1), wall).check();
        }
        if (before.toHours() == 3) {
            var rules = TopicCatalogue.in("test", 1).rulesPublished();
            new AvroSerdes("http://127.0.0.1:1").of(rules).deserializer().deserialize(rules.name(), OF_SCHEMA_1);
        }
        if (before.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("at: the topics hold no observation of the PT48H before " + at);
        }
        return new PastWardStory(settings).at(at, now);
    }

    @Test
    void aReaderGetsTheBedsLimitsAndChangesOfTheOwnUnitsAndTheReadIsAudited() throws Exception {
        // when
        HttpResponse<String> answer = get(FIVE_MINUTES, "nurse-REA");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"bed\":\"REA/01\"", "\"kind\":\"CORRECTED\"", "\"limits\":{\"REA/01\":[{")
                .doesNotContain("CARDIO", "WITHDRAWN", "s2");
        assertThat(access.recorded()).extracting(AuditedAccess::attempt).anySatisfy(attempt -> {
            assertThat(attempt.who().name()).isEqualTo("nurse-REA");
            assertThat(attempt.detail()).matches("/api/ward\\?at=20.*T.*Z");
        });
    }

    @Test
    void anAnalystGetsTheBedsOfTheOwnUnitsWithoutPatientsAndNoPresent() throws Exception {
        // when
        HttpResponse<String> answer = get(FIVE_MINUTES, "analyst-REA");
        HttpResponse<String> nurses = get(FIVE_MINUTES, "nurse-REA");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(nurses.body()).as("what the analyst lacks").contains("\"patient\":");
        assertThat(answer.body()).contains("\"bed\":\"REA/01\"").doesNotContain("\"patient\":", "CARDIO");
        for (String present : List.of("/api/ward", "/api/alerts", "/api/stream", "/api/beds/REA/01/verification")) {
            assertThat(get(present, "analyst-REA").statusCode()).as(present).isEqualTo(403);
        }
        assertThat(access.recorded())
                .extracting(recorded -> recorded.attempt().operation() + " " + recorded.decision())
                .contains("READ_PAST PERMITTED", "READ_WARD ROLE_LACKS_RIGHT");
    }

    @Test
    void theAuditTrailHoldsTheTimeThatIsShownHoweverItIsWritten() throws Exception {
        // given
        Instant asked = wall.instant().minusSeconds(300).truncatedTo(ChronoUnit.MILLIS);
        var elsewhere = asked.atOffset(ZoneOffset.ofHours(5)).toString().replace("+", "%2B");
        String padded = "%20".repeat(40) + elsewhere;

        // when
        HttpResponse<String> answer = get("/api/ward?at=" + padded, "physician");
        HttpResponse<String> refused = get("/api/ward?at=" + "x".repeat(60), "physician");

        // then
        assertThat(answer.body()).contains("\"past\":{\"at\":" + asked.toEpochMilli());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(access.recorded())
                .extracting(recorded -> recorded.attempt().detail())
                .contains("/api/ward?at=" + asked, "/api/ward?at=invalid");
    }

    @Test
    void theAnswerSaysWhichTimeItShowsAndThatOfThePresentSaysNone() throws Exception {
        assertThat(get(FIVE_MINUTES, "physician").body()).contains("\"past\":{\"at\":");
        assertThat(get("/api/ward", "physician").body()).doesNotContain("\"past\"");
    }

    @Test
    void aTimeInTheFutureOrNoLongerKeptIsRefused() throws Exception {
        assertRefused("/api/ward?at=2126-01-01T00:00:00Z", 400, "must lie between");
        assertRefused("/api/ward?at=P8D", 400, "the topics keep seven days");
        assertThat(problem("/api/ward?at=P8D")).isEqualTo("TIME");
        assertRefused("/api/ward?at=P2D", 400, "the topics hold no observation");
        assertThat(problem("/api/ward?at=P2D")).isEqualTo("NO_RECORDS");
        assertRefused("/api/ward?at=yesterday", 400, "must be a time such as");
        assertRefused("/api/ward?at=", 400, "must be a time such as");
    }

    @Test
    void aTimeWithAPlusThatWasNotEncodedIsRead() throws Exception {
        assertRefused("/api/ward?at=2126-01-01T00:00:00+01:00", 400, "must lie between");
    }

    @Test
    void aScreenThatEverybodyReadsAndAnotherUnitGetNoEarlierTime() throws Exception {
        assertThat(get(FIVE_MINUTES, "wall-screen").statusCode()).isEqualTo(403);
        assertThat(get(FIVE_MINUTES, "admin").statusCode()).isEqualTo(403);
        assertThat(get("/api/ward", "wall-screen").statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondReadingIsRefusedWhileOneGoesOnAndServedAfterIt() throws Exception {
        // given
        var first = CompletableFuture.supplyAsync(() -> answered("/api/ward?at=PT1H"));
        await().atMost(Duration.ofMinutes(5)).until(() -> waiting.get() == 1);

        // when
        HttpResponse<String> meanwhile = get(FIVE_MINUTES, "physician");
        HttpResponse<String> present = get("/api/ward", "physician");
        mayAnswer.countDown();

        // then
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.body()).contains("another earlier time is being read");
        assertThat(meanwhile.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(present.statusCode()).isEqualTo(200);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(get(FIVE_MINUTES, "physician").statusCode()).isEqualTo(200);
    }

    @Test
    void aReadingThatFailsIsRefusedAndLeavesThePlaceFree() throws Exception {
        assertRefused("/api/ward?at=PT2H", 503, "./vigie board --at TIME");
        assertRefused("/api/ward?at=PT3H", 503, "the schemas of the records cannot be read: REGISTRY_UNAVAILABLE");
        assertThat(problem("/api/ward?at=PT2H")).isEqualTo("TOO_LONG");
        assertThat(problem("/api/ward?at=PT3H")).isEqualTo("UNREADABLE");
        assertThat(get(FIVE_MINUTES, "physician").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyThePageAndTheWardAnswerForAnEarlierTime() throws Exception {
        assertThat(get("/?at=PT5M", "physician").statusCode()).isEqualTo(200);
        for (String path : List.of("/api/alerts", "/api/stream", "/api/beds/REA/01/trend", "/handover.html")) {
            assertRefused(path + "?at=PT5M", 400, path + " shows the present only");
        }
    }

    private void assertRefused(String path, int status, String why) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "physician");
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).as(path).contains(why).doesNotContain("\"beds\"");
    }

    /** Returns the word from which the page takes its sentence. */
    private String problem(String path) throws IOException, InterruptedException {
        return get(path, "physician").headers().firstValue("X-Vigie-Problem").orElse("");
    }

    private HttpResponse<String> answered(String path) {
        try {
            return get(path, "physician");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = TestLogin.request(station.address().resolve(path), token).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
