package org.vigie.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.schemas.AuditEvent;

class AppStartDetailTest {
    private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");

    private final List<AuditEvent> events = new ArrayList<>();

    record AppConfig(int port, String password, String instance) {
        static AppConfig defaults() {
            return new AppConfig(18_080, "", "1");
        }
    }

    @Test
    void theEventHoldsWhatDiffersFromTheDefaultsAndNoSecret() {
        // when
        AppStartDetail started = AppStartDetail.of(new AppConfig(18_090, "hospital", "2"), Map.of("users.json", "a1"));

        // then
        assertThat(started.settings()).isEqualTo(Map.of("port", "18090", "password", "(set)", "instance", "2"));
        assertThat(AppStartDetail.parse(started.toText())).contains(started);
        assertThat(started.toText()).doesNotContain("hospital");
    }

    @Test
    void anEditBetweenTwoStartsIsReportedWithBothValues() {
        // given
        start("station", new AppConfig(18_090, "", "1"));
        start("station", new AppConfig(18_090, "", "1"));

        // when
        start("station", new AppConfig(18_091, "", "1"));

        // then
        assertThat(AuditReport.of(events).configurations())
                .containsExactly(
                        "2026-11-29T08:00:03Z CHANGED account:vigie: configuration of station 1 at its start: port: '18090' -> '18091'");
    }

    @Test
    void aSettingThatReturnsToItsDefaultIsReported() {
        // given
        start("station", new AppConfig(18_090, "", "1"));

        // when
        start("station", AppConfig.defaults());

        // then
        assertThat(AuditReport.of(events).configurations())
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("port: '18090' -> '(default)'"));
    }

    @Test
    void instancesAndAppsAreComparedWithThemselvesAlone() {
        // when
        start("alert-streams", new AppConfig(1, "", "a"));
        start("alert-streams", new AppConfig(2, "", "b"));
        start("vitals-streams", new AppConfig(3, "", "a"));
        start("alert-streams", new AppConfig(1, "", "a"));

        // then
        assertThat(AuditReport.of(events).configurations()).isEmpty();
    }

    @Test
    void aDefaultThatChangedWithTheReleaseIsReportedByItsDigest() {
        // given
        var before = new AppStartDetail("a1", "", Map.of("port", "1"), Map.of());
        var now = new AppStartDetail("b2", "", Map.of("port", "1"), Map.of());

        // when, then
        assertThat(now.changesSince(before)).containsExactly("defaults: a1 -> b2");
    }

    @Test
    void aContentThatChangedCameOrWentIsReportedWithoutItsDigest() {
        // given
        var before = new AppStartDetail("a", "", Map.of(), Map.of("password", "01", "users.json", "02", "t/old", "03"));
        var now = new AppStartDetail("a", "", Map.of(), Map.of("password", "01", "users.json", "09", "t/new", "04"));

        // when, then
        assertThat(now.changesSince(before))
                .containsExactly("content of t/new: new", "content of t/old: gone", "content of users.json: changed");
    }

    @Test
    void aStartOfAnEarlierReleaseThatHasNoDigestsIsNoChange() {
        // given
        var before = AppStartDetail.parse("{\"digest\": \"a\", \"instance\": \"\", \"settings\": {}}");
        var now = new AppStartDetail("a", "", Map.of(), Map.of("password", "01"));

        // when, then
        assertThat(now.changesSince(before.orElseThrow())).isEmpty();
    }

    private void start(String app, AppConfig config) {
        var attempt = AccessAttempt.of(
                Principal.account("vigie"),
                AccessOperation.START_APP,
                AppStartDetail.of(config, Map.of()).toText());
        events.add(new AuditChain(app)
                .next(new AuditedAccess(attempt, AccessDecision.PERMITTED), AT.plusSeconds(events.size() + 1)));
    }
}
