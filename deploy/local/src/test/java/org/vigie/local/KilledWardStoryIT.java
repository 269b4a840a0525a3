package org.vigie.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.station.health.StalenessConfig;

/**
 * Runs twelve deteriorations on twenty-four beds and kills the ward in the middle. The restarted ward must raise every
 * alarm.
 */
class KilledWardStoryIT {
    private static final Duration START = Duration.ofMinutes(30);
    /** The scripts begin 2 to 13 s after the simulator's first start, which is before the ward is live, and take 100 to 110 s. */
    private static final Duration MID_STREAM = Duration.ofSeconds(30);

    /** From the instant the ward was live: the last script ends after 120 s at most, and its alarm clears 30 s later. */
    private static final Duration STORY = Duration.ofSeconds(175);

    /** An older value is shown as dashes. A ward that starts on a loaded machine catches up first, which is waited for. */
    private static final Duration FRESH = StalenessConfig.defaults().continuous();

    /** An alarm holds for at most 50 s after a value has crossed its limit. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private static final Map<String, Set<String>> RULES = Map.of(
            "spo2", Set.of("spo2_low"),
            "hr", Set.of("hr_low", "hr_high"),
            "rr", Set.of("rr_low", "rr_high"),
            "abp_sys", Set.of("sbp_low", "sbp_high"));

    @TempDir
    Path directory;

    @Test
    void everyEpisodeRaisesOneAlertOnItsBedAndNothingIsLostThoughTheWardIsKilled() throws Exception {
        // given
        Instant live;
        String[] story = {"--port-offset", "2000", "--scripts", scenario().toString()};
        Path rules = new QuickClearingRules(directory.resolve("rules")).write();
        try (var ward = ChildWard.startWith(rules, DemoCommand.class, directory, story)) {
            await().atMost(START).until(() -> !ward.isAlive() || ward.output().contains("every part runs"));
            assertThat(ward.isAlive()).as(ward.output()).isTrue();
            live = Instant.now();
            Instant killAt = live.plus(MID_STREAM);
            thePageShowsEachBedsNewValueWhileItIsFresh();
            ForeignPageProbe.check(new WardPorts(2_000), directory.resolve("data"), ward.handle());
            await().atMost(MID_STREAM.plus(START)).until(() -> Instant.now().isAfter(killAt));

            // when
            ward.kill();
        }
        JsonNode report = runOnAndReport(rules, live.plus(STORY), story);

        // then
        assertThat(report.path("conserved").asBoolean())
                .as(report.toPrettyString())
                .isTrue();
        assertThat(report.at("/ledger/verified").asBoolean())
                .as(report.toPrettyString())
                .isTrue();
        try (var stoppedWardTopics = StoppedWardTopics.of(directory.resolve("data"))) {
            var topics = stoppedWardTopics.kafka().topics();
            List<Truth> episodes = stoppedWardTopics.read(topics.truthEvents()).stream()
                    .filter(truth -> truth.getKind() == TruthKind.DETERIORATION)
                    .distinct()
                    .toList();
            Map<String, List<Alert>> alerts = stoppedWardTopics.read(topics.alertsLedger()).stream()
                    .filter(alert -> alert.getKind() == AlertKind.PHYSIOLOGICAL)
                    .collect(groupingBy(Alert::getAlert));
            assertThat(episodes).hasSize(12);
            assertThat(episodes)
                    .allSatisfy(episode -> assertThat(alertsOf(episode, alerts))
                            .as(episode.toString())
                            .hasSize(1));
            assertThat(alerts).as("alerts").hasSize(12);
            assertThat(alerts.values())
                    .allSatisfy(transitions -> assertThat(transitions)
                            .extracting(Alert::getState)
                            .contains(AlertStateRecord.RAISED)
                            .containsAnyOf(AlertStateRecord.CLEARED, AlertStateRecord.LATCHED));
        }
    }

    private static Path scenario() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KilledWardStoryIT.class.getResource("twelve-at-once.csv"))
                .toURI());
    }

    private void thePageShowsEachBedsNewValueWhileItIsFresh() throws IOException {
        WardPageBrowser.open(loginPage()).ifPresent(page -> {
            try (page) {
                await().atMost(START)
                        .until(
                                () -> page.watch(Duration.ofSeconds(10)).summary(),
                                ages -> ages.count() > 24 && ages.p50() < FRESH.toMillis());
                page.screenshot(RepositoryPaths.root().resolve("deploy/local/target/ward.png"));
                assertThat(page.beds()).isGreaterThanOrEqualTo(24);
            }
        });
    }

    private JsonNode runOnAndReport(Path rules, Instant until, String... story)
            throws IOException, InterruptedException {
        Path report = directory.resolve("report.json");
        String[] options = {
            story[0], story[1], story[2], story[3], "--for", "1s", "--report", report.toString(), until.toString()
        };
        try (var ward = ChildWard.startWith(rules, TimedDemo.class, directory, options)) {
            int status = ward.await(START.plus(STORY).plus(START));
            assertThat(status).as(ward.output()).isZero();
        }
        return new ObjectMapper().readTree(report.toFile());
    }

    private static Set<String> alertsOf(Truth episode, Map<String, List<Alert>> alerts) {
        return alerts.values().stream()
                .map(transitions -> transitions.get(0))
                .filter(alert -> alert.getBed().equals(episode.getBed()))
                .filter(alert -> alert.getStay().equals(episode.getStay()))
                .filter(alert -> RULES.get(episode.getVariable()).contains(alert.getRule()))
                .filter(alert -> !alert.getOnset().isBefore(episode.getFrom())
                        && !alert.getOnset().isAfter(episode.getUntil().plus(SLACK)))
                .map(Alert::getAlert)
                .collect(toSet());
    }

    private URI loginPage() throws IOException {
        Path code = directory.resolve("data").resolve("access").resolve("login-code");
        return URI.create(
                "http://127.0.0.1:20080/login?code=" + Files.readString(code).strip());
    }
}
